package nabla.verdict;

import java.util.Optional;

/** What was found out about a gradient. */
public sealed interface Verdict {

    /** Backprop and the estimate agree; {@code toRounding} if only to within rounding errors larger than the band. */
    record Agreement(boolean toRounding) implements Verdict {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.agreement(this);
        }

        @Override
        public Judgement judgement() {
            return Judgement.RIGHT;
        }

        @Override
        public boolean agrees() {
            return true;
        }
    }

    /** They differ by more than every error can explain. {@code reason} may be null or say for example "identically zero". */
    record Disagreement(String reason) implements Verdict {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.disagreement(this);
        }

        @Override
        public Judgement judgement() {
            return Judgement.WRONG;
        }
    }

    /** Neither could be established; the reason is named (noise, domain, scale). */
    record Unresolved(String reason) implements Verdict {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.unresolved(this);
        }

        @Override
        public Judgement judgement() {
            return Judgement.UNRESOLVED;
        }

        @Override
        public boolean isDoubt() {
            return true;
        }
    }

    /** The slopes left and right differ, and backprop's value lies between them. {@code convention} names it: {@code relu'(0) = 0}. */
    record Kink(double left, double right, String convention) implements Verdict {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.kink(this);
        }

        @Override
        public Judgement judgement() {
            return Judgement.RIGHT;
        }

        @Override
        public Optional<Kink> asKink() {
            return Optional.of(this);
        }
    }

    /** The value or the gradient is not finite; the reason names the node that first produced it. */
    record Undefined(String reason) implements Verdict {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.undefined(this);
        }

        @Override
        public Judgement judgement() {
            return Judgement.UNRESOLVED;
        }
    }

    /** Not looked at; the reason says why. */
    record Unchecked(String reason) implements Verdict {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.unchecked(this);
        }

        @Override
        public Judgement judgement() {
            return null;
        }
    }

    /** A case for each verdict; a new one breaks every writer's build, not its output. */
    interface Reader<R> {
        R agreement(Agreement verdict);

        R disagreement(Disagreement verdict);

        R unresolved(Unresolved verdict);

        R kink(Kink verdict);

        R undefined(Undefined verdict);

        R unchecked(Unchecked verdict);
    }

    <R> R read(Reader<R> reader);

    /** What it comes to, for whoever counts or colours: a kink with an acceptable value is right. Null where nothing was looked at. */
    Judgement judgement();

    /** Whether backprop and the estimate agree, at no kink. */
    default boolean agrees() {
        return false;
    }

    /** Whether they agree, or one of the slopes at a kink was taken. */
    default boolean isRight() {
        return judgement() == Judgement.RIGHT;
    }

    /** Whether they differ by more than every error can explain. */
    default boolean isWrong() {
        return judgement() == Judgement.WRONG;
    }

    /** Whether neither could be established: more digits may. */
    default boolean isDoubt() {
        return false;
    }

    /** Whether it is neither right nor wrong, though it was looked at. */
    default boolean isOpen() {
        return judgement() == Judgement.UNRESOLVED;
    }

    /** Why, where that is named; otherwise null. */
    default String reason() {
        return null;
    }

    /** The kink, if it is one. */
    default Optional<Kink> asKink() {
        return Optional.empty();
    }

    /** The word used in reports. */
    default String word() {
        return read(WORD);
    }

    Reader<String> WORD = new Reader<>() {
        @Override
        public String agreement(Agreement verdict) {
            return "agree";
        }

        @Override
        public String disagreement(Disagreement verdict) {
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
