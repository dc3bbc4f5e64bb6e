package nabla.verdict;

/** What was found out about a gradient. */
public sealed interface Verdict {

    /** Backprop and the estimate agree; {@code toRounding} if only to within rounding errors larger than the band. */
    record Agree(boolean toRounding) implements Verdict { }

    /** They differ by more than every error can explain. {@code reason} may be null or say for example "identically zero". */
    record Disagree(String reason) implements Verdict { }

    /** Neither could be established; the reason is named (noise, domain, scale). */
    record Unresolved(String reason) implements Verdict { }

    /** The slopes left and right differ, and backprop's value lies between them. {@code convention} names it: {@code relu'(0) = 0}. */
    record Kink(double left, double right, String convention) implements Verdict { }

    /** The value or the gradient is not finite; the reason names the node that first produced it. */
    record Undefined(String reason) implements Verdict { }

    /** Not looked at; the reason says why. */
    record Unchecked(String reason) implements Verdict { }

    /** The word used in reports. */
    default String word() {
        return read(WORD);
    }

    /** A case for each verdict; a new one breaks every writer's build, not its output. */
    interface Reader<R> {
        R agree(Agree verdict);

        R disagree(Disagree verdict);

        R unresolved(Unresolved verdict);

        R kink(Kink verdict);

        R undefined(Undefined verdict);

        R unchecked(Unchecked verdict);
    }

    default <R> R read(Reader<R> reader) {
        if (this instanceof Agree v) {
            return reader.agree(v);
        } else if (this instanceof Disagree v) {
            return reader.disagree(v);
        } else if (this instanceof Unresolved v) {
            return reader.unresolved(v);
        } else if (this instanceof Kink v) {
            return reader.kink(v);
        } else if (this instanceof Undefined v) {
            return reader.undefined(v);
        }
        return reader.unchecked((Unchecked) this);
    }

    Reader<String> WORD = new Reader<>() {
        @Override
        public String agree(Agree verdict) {
            return "agree";
        }

        @Override
        public String disagree(Disagree verdict) {
            return "disagree";
        }

        @Override
        public String unresolved(Unresolved verdict) {
            return "unresolved";
        }

        @Override
        public String kink(Kink verdict) {
            return "kink";
        }

        @Override
        public String undefined(Undefined verdict) {
            return "undefined";
        }

        @Override
        public String unchecked(Unchecked verdict) {
            return "unchecked";
        }
    };
}
