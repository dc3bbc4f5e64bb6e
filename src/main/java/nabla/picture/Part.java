package nabla.picture;

import nabla.report.NodeReport.Role;
import nabla.report.NodeReport;

/** What a figure is in its graph, told apart by the outline and a word. */
public enum Part {

    INPUT("input"), PARAMETER("parameter"), CONSTANT("const"), OPERATION(""), OUTPUT("output"), LOSS("loss"), GROUP("");

    /** What people call a loss. */
    private static final String LOSS_NAME = "(.*\\.)?(L|J|C|E|loss|cost|error|ell|ℓ)[0-9]*";

    private final String word;

    Part(String word) {
        this.word = word;
    }

    /** What a node is. The leaves of a network that training changes are its parameters. */
    static Part of(NodeReport node) {
        if (node.role() == Role.CONST) {
            return CONSTANT;
        } else if (node.role() == Role.OUTPUT) {
            return node.shape().isScalar() && node.name().matches(LOSS_NAME) ? LOSS : OUTPUT;
        } else if (node.expression() != null) {
            return OPERATION;
        }
        return node.place().layer() == null ? INPUT : PARAMETER;
    }

    /** The word beside the name; empty for what the outline alone says. */
    public String word() {
        return word;
    }
}
