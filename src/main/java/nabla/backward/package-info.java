/** The reverse pass: adjoint nodes for nodes. */
package nabla.backward;
