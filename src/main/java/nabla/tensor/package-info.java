/**
 * Shapes and tensors of real numbers. Read {@link nabla.tensor.Shape} first, then {@link nabla.tensor.Tensor}; {@link nabla.tensor.Region}
 * is a part of one, {@link nabla.tensor.Lanes} many of a shape side by side.
 */
package nabla.tensor;
