package nabla.cli;

import java.util.List;
import nabla.report.Report;

/** Exit codes. */
final class Exit {

    static final int VERIFIED = 0;
    static final int WRONG = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int UNRESOLVED = 4;
    /** A defect of the program (sysexits.h: EX_SOFTWARE). */
    static final int DEFECT = 70;

    private static final List<Integer> MOST_SERIOUS_FIRST = List.of(DEFECT, USAGE, REFUSED, WRONG, UNRESOLVED, VERIFIED);

    private Exit() { }

    /** The code of one file; {@code strict} makes unresolved wrong. */
    static int of(Report.Status status, boolean strict) {
        return switch (status) {
            case VERIFIED -> VERIFIED;
            case WRONG -> WRONG;
            case UNRESOLVED -> strict ? WRONG : UNRESOLVED;
            case UNREADABLE -> USAGE;
            case REFUSED -> REFUSED;
        };
    }

    /** The more serious of two. */
    static int worse(int a, int b) {
        return MOST_SERIOUS_FIRST.indexOf(a) <= MOST_SERIOUS_FIRST.indexOf(b) ? a : b;
    }
}
