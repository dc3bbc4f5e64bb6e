package nabla.simplify;

/** A bound was reached: the expression is too large, too deep, or divides by zero. The caller keeps what it had. */
final class GivenUp extends RuntimeException {

    GivenUp(String bound) {
        super(bound, null, false, false);
    }
}
