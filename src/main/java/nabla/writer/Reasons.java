package nabla.writer;

import nabla.verdict.Verdict;

/** What a verdict says beyond its word; null where there is nothing to say. */
public class Reasons implements Verdict.Reader<String> {

    public static final Reasons REASON = new Reasons();

    @Override
    public String agreement(Verdict.Agreement verdict) {
        return verdict.toRounding() ? "to rounding" : null;
    }

    @Override
    public String disagreement(Verdict.Disagreement verdict) {
        return verdict.reason();
    }

    @Override
    public String unresolved(Verdict.Unresolved verdict) {
        return verdict.reason();
    }

    /** The slopes and the convention have fields of their own. */
    @Override
    public String kink(Verdict.Kink verdict) {
        return null;
    }

    @Override
    public String undefined(Verdict.Undefined verdict) {
        return verdict.reason();
    }

    @Override
    public String unchecked(Verdict.Unchecked verdict) {
        return verdict.reason();
    }
}
