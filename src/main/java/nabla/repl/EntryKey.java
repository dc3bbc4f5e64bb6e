package nabla.repl;

/**
 * What a statement is about: a later one with the same key stands in its place.
 *
 * @param name what is defined, claimed or asked for; empty for what has none
 */
record EntryKey(Kind kind, String name) {

    enum Kind {
        DEFINITION(""), CLAIM(""), OUTPUT("output"), SEED("seed"), OPERATION("op"), NETWORK("mlp"), TRAINING("train"), LOOP("for"),
        QUESTION("question"), CREDIT("credit");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Of the definition or declaration of a name. */
    static EntryKey of(String name) {
        return new EntryKey(Kind.DEFINITION, name);
    }

    /** Of a block that may have no name. */
    static EntryKey of(Kind kind, String name) {
        return new EntryKey(kind, name == null ? "" : name);
    }

    /** Whether somebody means this who writes a name, {@code tanh2} or {@code op tanh2}; derivatives may be written with d. */
    boolean isCalled(String written) {
        return written.equals(toString()) || !name.isEmpty() && (written.equals(name) || written.equals(name.replace("∂", "d")));
    }

    /** As in a text: {@code op tanh2}. */
    @Override
    public String toString() {
        return kind.word + (kind.word.isEmpty() || name.isEmpty() ? "" : " ") + name;
    }
}
