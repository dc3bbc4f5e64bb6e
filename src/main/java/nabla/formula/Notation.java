package nabla.formula;

/**
 * How books set a call, apart from how it reads in the language. It is said by the operation that is called.
 *
 * @param name   the name in LaTeX; null for the name in the language, in upright letters
 * @param style  how name and arguments are put together
 * @param result what is known of the value
 */
public record Notation(String name, Style style, Result result) {

    /** How the parts of a call are put together. */
    public enum Style {
        /** {@code name(a, b)}. */
        CALL,
        /** The same, with a power between name and argument: {@code sin²(x)}. */
        POWERED,
        /** e with the argument raised. */
        EXPONENTIAL,
        /** {@code eˣ − 1}. */
        EXPONENTIAL_LESS_ONE,
        /** {@code log(1 + x)}. */
        LOGARITHM_OF_ONE_MORE,
        ROOT,
        /** Between single bars. */
        BARS,
        /** Between double bars; a second argument is the order of the norm. */
        NORM,
        /** The square of the norm of a difference. */
        SQUARED_NORM,
        /** {@code ⟨a, b⟩}. */
        ANGLES,
        /** {@code a ⊗ b}. */
        TENSOR_PRODUCT,
        /** {@code A⁻¹}. */
        INVERSE,
        /** {@code A⁻¹b}. */
        SOLUTION,
        /** A letter with the sizes, which are the arguments, below. */
        SIZED,
        /** The first of the arguments decides between the others. */
        CASES,
        /** A large sign before what is put together; along an axis a product with ones. */
        SUM,
        /** A large sign before what is put together. */
        LARGE
    }

    /** What is known of the value of a call. */
    public enum Result {
        /** As the arguments: a number if they all are. */
        LIKE_ARGUMENTS,
        /** A number, unless an axis is given. */
        NUMBER,
        /** The same where there is only one argument. */
        NUMBER_OF_ONE,
        MATRIX
    }

    public static final Notation PLAIN = new Notation(null, Style.CALL, Result.LIKE_ARGUMENTS);
    public static final Notation MATRIX = new Notation(null, Style.CALL, Result.MATRIX);

    /** The same with another result. */
    public Notation giving(Result other) {
        return new Notation(name, style, other);
    }
}
