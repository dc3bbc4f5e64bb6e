package nabla.writer;

import java.util.List;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Contribution;
import nabla.report.NodeReport.Role;
import nabla.report.Report;
import nabla.source.Display;

/** How a report's text calls things. */
record ReportNotation(String output, boolean scalar) {

    static ReportNotation of(Report report) {
        return new ReportNotation(report.output(), report.value() == null || report.value().shape().isScalar());
    }

    /** {@code dz/dx}, or {@code dx} where the output is no scalar: then it is the gradient for a sampled upstream gradient. */
    String gradient(String node) {
        return scalar ? "d" + output + "/d" + node : "d" + node;
    }

    /** {@code ∂z/∂x}, or {@code ∂x}. */
    String partial(String node) {
        return scalar ? "∂" + output + "/∂" + node : "∂" + node;
    }

    /** {@code 1 other}, {@code 2 others}. */
    static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static String formula(Formula formula, int width) {
        return Display.cut(Display.visible(TextFormula.text(formula)), width);
    }

    /** A local derivative; one that a text has written by hand is called by its name, {@code rule of Lstm, dcprev}, where it is too long. */
    static String local(Contribution term, Formula local, int width) {
        return local == null ? "0" : term.isShown(local, width) ? formula(local, width) : term.name();
    }

    /** What a node is: {@code input}, {@code const}, or how it is computed. */
    static String is(NodeReport node, int width) {
        if (node.role() == Role.CONST) {
            return "const";
        }
        return node.expression() == null ? "input" : formula(node.expression(), width);
    }
}
