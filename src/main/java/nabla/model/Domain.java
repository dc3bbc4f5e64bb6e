package nabla.model;

/** Where values of a leaf come from. */
public sealed interface Domain {

    /** Any number. */
    Domain ANY = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Entries between two numbers; infinite ends mean no range was given. */
    record Interval(double from, double to) implements Domain {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.interval(this);
        }

        @Override
        public boolean isNonnegative() {
            return from >= 0;
        }
    }

    /** Rows, or columns, of non-negative entries that add up to 1. */
    record Simplex(boolean columns) implements Domain {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.simplex(this);
        }

        @Override
        public boolean isDistribution() {
            return !columns;
        }

        @Override
        public boolean isNonnegative() {
            return true;
        }
    }

    /** Rows, or columns, with a single 1. */
    record OneHot(boolean columns) implements Domain {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.oneHot(this);
        }

        @Override
        public boolean isDistribution() {
            return !columns;
        }

        @Override
        public boolean isNonnegative() {
            return true;
        }
    }

    /** Rows and columns with a single 1. */
    record Permutation() implements Domain {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.permutation(this);
        }

        @Override
        public boolean isDistribution() {
            return true;
        }

        @Override
        public boolean isNonnegative() {
            return true;
        }
    }

    /** A const with a value keeps it. */
    record FixedValue() implements Domain {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.fixed(this);
        }

        @Override
        public boolean isFixed() {
            return true;
        }
    }

    /** A case for each; a new one breaks the build of whoever draws from them. */
    interface Reader<R> {
        R interval(Interval range);

        R simplex(Simplex sums);

        R oneHot(OneHot ones);

        R permutation(Permutation places);

        R fixed(FixedValue value);
    }

    <R> R read(Reader<R> reader);

    /** Whether rows add up to 1, or the column where there is one, whatever is drawn. */
    default boolean isDistribution() {
        return false;
    }

    /** Whether no entry is negative, whatever is drawn. */
    default boolean isNonnegative() {
        return false;
    }

    /** Whether nothing is drawn. */
    default boolean isFixed() {
        return false;
    }
}
