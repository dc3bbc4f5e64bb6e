package nabla.check;

import org.apache.commons.math3.dfp.DfpField;

/** Numbers of 60 decimal digits. The constants of their field take as long as many checks: they are worked out when it is first asked for. */
final class Decimals {

    static final int DIGITS = 60;
    static final DfpField FIELD = new DfpField(DIGITS);

    private Decimals() { }

    /** Numbers of 150 digits, for what 60 cannot tell from its neighbours. */
    static final class Many {

        static final int DIGITS = 150;
        static final DfpField FIELD = new DfpField(DIGITS);

        private Many() { }
    }
}
