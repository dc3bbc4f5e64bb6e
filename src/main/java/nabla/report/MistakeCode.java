package nabla.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The mistakes that have a name, as reports and credits write it. */
public enum MistakeCode {

    SIGN, FACTOR, MEAN, TRANSPOSE, MATMUL_OR_ELEMENTWISE, LOST_UPSTREAM, LOST_LINK, LOST_ACTIVATION, ACTIVATION_AT, TIMES_NOT_OF, GRAD_FOR_VALUE, SOFTMAX_DIAGONAL,
    SOFTMAX_SUM, EXTRA_ACTIVATION, BIAS_SUM, LOST_PATH, MASK, NORM_PATH, REGULARISER, PRODUCT_RULE, QUOTIENT_SIGN, POWER_RULE, INNER_MISPLACED, INTEGRATED, VALUE,
    OTHER_VARIABLE, ROUNDING, ZERO, FORM;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The names of all. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(MistakeCode::toString).toList();
    }

    /** As it is written: {@code lost-link}. */
    @Override
    public String toString() {
        return text;
    }
}
