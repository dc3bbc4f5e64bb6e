package nabla.report;

import java.util.Locale;

/** What a warning of a report is about. */
public enum WarningCode {

    /** What the point hides: all gradients, or a mistake that is named in the sentence. */
    CONSTANT, ZERO, SINGLE_EXAMPLE, ONE, SYMMETRIC, ALL_OFF, ALL_ON, UNSELECTED, HIDDEN,
    /** How far the check went. */
    SAMPLE, SECOND_LOOK, DOMAIN,
    /** A network: its size, and why it will not learn. */
    NETWORK, DEAD, SATURATED, EXPLODING, VANISHING;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As it is written: {@code all-off}. */
    @Override
    public String toString() {
        return text;
    }
}
