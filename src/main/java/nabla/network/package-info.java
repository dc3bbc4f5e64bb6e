/**
 * Networks: {@code mlp} blocks as plain definitions, their summaries, and gradient descent. Read {@link nabla.network.Perceptron} first,
 * what a block defines; then {@link nabla.network.Census}, its summary, and {@link nabla.network.Descent}.
 */
package nabla.network;
