package nabla.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.formula.Formula;
import nabla.formula.NumberText;
import nabla.formula.TextFormula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Names;
import nabla.graph.Node;

/** What to call nodes and numbers in a sentence. */
record Naming(Names names) {

    private static final int LONG = 40;

    /** The name of a node, or its number. */
    String of(Node node) {
        String name = names.of(node);
        if (name != null) {
            return name;
        } else if (node instanceof Constant constant && constant.shape().isScalar()) {
            return number(constant.value().at(0));
        }
        return node.toString();
    }

    /** A use: its name and, where that is none of the text's, what it computes: {@code v1 = x*y}. */
    String use(Apply use) {
        String expression = expression(use);
        return use.name() != null || expression == null ? of(use) : names.of(use) == null ? expression : of(use) + " = " + expression;
    }

    private String expression(Apply use) {
        List<Formula> arguments = new ArrayList<>();
        for (Node argument : use.arguments()) {
            arguments.add(argument instanceof Constant constant && constant.name() == null && constant.shape().isScalar()
                    ? Formula.number(constant.value().at(0)) : Formula.name(of(argument)));
        }
        String text = TextFormula.text(use.op().formula(arguments));
        return text.length() > LONG ? null : text;
    }

    /** A sentence about an edge with the names filled in. */
    String sentence(String template, Edge edge) {
        return template.replace("{use}", use(edge.use())).replace("{op}", edge.op().symbol()).replace("{x}", of(edge.input()))
                .replace("{other}", of(edge.other()));
    }

    /** A number as a learner would write it: 2, 1/3, 0.0125. */
    static String number(double value) {
        if (Math.abs(value - Math.rint(value)) <= 1e-9 * Math.abs(value)) {
            return NumberText.of(Math.rint(value));
        }
        double inverse = 1 / value;
        if (Math.abs(inverse - Math.rint(inverse)) <= 1e-9 * Math.abs(inverse) && Math.abs(inverse) < 1000) {
            return (inverse < 0 ? "-1/" : "1/") + NumberText.of(Math.abs(Math.rint(inverse)));
        }
        return NumberText.of(Double.parseDouble(String.format(Locale.ROOT, "%.6g", value)));
    }
}
