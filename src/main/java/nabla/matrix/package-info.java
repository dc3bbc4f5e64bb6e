/** Shapes and matrices of real numbers. */
package nabla.matrix;
