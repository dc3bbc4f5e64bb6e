package nabla.number;

import org.apache.commons.math3.dfp.DfpField;

/** Numbers of 60 decimal digits. The constants of their field take as long as many checks: they are worked out when it is first asked for. */
public final class Decimals {

    public static final int DIGITS = 60;
    public static final DfpField FIELD = new DfpField(DIGITS);

    private Decimals() { }

    /** Numbers of 150 digits, for what 60 cannot tell from its neighbours. */
    public static final class Many {

        public static final int DIGITS = 150;
        public static final DfpField FIELD = new DfpField(DIGITS);

        private Many() { }
    }
}
