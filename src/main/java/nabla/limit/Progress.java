package nabla.limit;

/** Is told how far a check has come. */
public interface Progress {

    /** Nobody looks. */
    Progress NONE = new Progress() {
        @Override
        public void begin(long evaluations) { }

        @Override
        public void step() { }

        @Override
        public void end() { }
    };

    /** So many evaluations are expected; where differences are hard, more follow. */
    void begin(long evaluations);

    /** One is done. */
    void step();

    /** All are done. */
    void end();
}
