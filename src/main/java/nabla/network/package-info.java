/** Networks: {@code mlp} blocks as plain definitions, their summaries, and gradient descent. */
package nabla.network;
