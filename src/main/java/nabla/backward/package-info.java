/**
 * The reverse pass: adjoint nodes for nodes. Read {@link nabla.backward.ReversePass} first; then {@link nabla.backward.Contribution}, what
 * one use adds to a gradient, and {@link nabla.backward.Derivative}, the layouts of the language.
 */
package nabla.backward;
