/**
 * Points at which a function may have no gradient. Read {@link nabla.kink.Singularity} first, what a point lies on; then {@link
 * nabla.kink.Neighbourhood}, the slopes close by; {@link nabla.kink.Subdifferential}, their convex hull; {@link
 * nabla.kink.MeasuredDerivative}, what may be called the derivative there.
 */
package nabla.kink;
