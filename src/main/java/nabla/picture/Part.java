package nabla.picture;

/** What a figure is in its graph, told apart by the outline and a word. */
public enum Part {

    INPUT("input"), PARAMETER("parameter"), CONSTANT("const"), OPERATION(""), OUTPUT("output"), LOSS("loss"), GROUP("");

    private final String word;

    Part(String word) {
        this.word = word;
    }

    /** The word beside the name; empty for what the outline alone says. */
    public String word() {
        return word;
    }

    /** Whether nothing is computed there. */
    public boolean isLeaf() {
        return this == INPUT || this == PARAMETER || this == CONSTANT;
    }
}
