package nabla.graph;

/**
 * What an operation is to algebra. Laws that tie several operations together (log(exp(x)) is x, a quotient is a product with a power)
 * are stated of meanings. An operation without a law of that kind is {@link #OTHER}; an operation written by hand always is, whatever it
 * is called.
 */
public enum Meaning {
    OTHER,
    IDENTITY, NEGATION, SUM, DIFFERENCE, PRODUCT, QUOTIENT, POWER,
    LESS, AT_MOST, MORE, AT_LEAST,
    ROOT, EXPONENTIAL, LOGARITHM, LOGARITHM_TO_BASE, ABSOLUTE, ARC_TANGENT, LOGISTIC,
    LARGER, SMALLER, CHOICE,
    /** A quotient that is 0 where the dividend is, whatever the divisor. */
    RATIO,
    MATRIX_PRODUCT, TRANSPOSE, STRETCH, ENTRY_SUM, MEAN, VARIANCE, DEVIATION, TRACE, DIAGONAL,
    /** Of all entries, √(Σ A²). */
    NORM,
    SOFTMAX, LOG_SOFTMAX, CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY, BINARY_CROSS_ENTROPY;

    /** Whether the result is 1 where the arguments compare so, else 0. */
    public boolean compares() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }
}
