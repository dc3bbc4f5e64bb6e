/** Shapes and tensors of real numbers. */
package nabla.tensor;
