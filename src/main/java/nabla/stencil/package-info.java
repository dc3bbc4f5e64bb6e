/**
 * Finite differences. Read {@link nabla.stencil.Probe} first, a function of one step; then {@link nabla.stencil.Trials}, which takes
 * samples of it, many side by side; {@link nabla.stencil.Ladder}, which makes of samples at ever smaller steps an {@link
 * nabla.stencil.Estimate} with its error; {@link nabla.stencil.Sweeps}, the samples of many small nodes at once.
 */
package nabla.stencil;
