package nabla.simplify;

/** A bound was reached: the expression is too large, too deep, or divides by zero. The caller keeps what it had. */
final class Exhaustion extends RuntimeException {

    Exhaustion(String bound) {
        super(bound, null, false, false);
    }
}
