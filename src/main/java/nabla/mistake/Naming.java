package nabla.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.formula.Formula;
import nabla.formula.NumberText;
import nabla.formula.TextFormula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.source.Iteration;

/**
 * What to call nodes and numbers in a sentence.
 *
 * @param names  of the nodes of the graph
 * @param parts  the nodes that are parts of an operation of the graph, with that operation
 * @param copies what became of each operation that was taken apart
 * @param steps  the steps of {@code for} blocks, by the names that are defined in them
 * @param table  whether v1, v2, … of the table above are preferred to what they compute
 */
record Naming(Names names, Map<Node, Apply> parts, Map<Node, Node> copies, Map<String, Iteration> steps, boolean table) {

    private static final int LONG = 40;
    private static final int DEEP = 8;

    /** Of a graph as it is. */
    static Naming of(Names names) {
        return new Naming(names, Map.of(), Map.of(), Map.of(), false);
    }

    /** Of a graph in which operations are taken apart. */
    static Naming of(Names names, SteppedGraph parts) {
        return new Naming(names, parts.origins(), parts.copies(), Map.of(), false);
    }

    /** The same of a text with {@code for} blocks. */
    Naming with(Map<String, Iteration> known) {
        return new Naming(names, parts, copies, known, table);
    }

    /** The same with v1, v2, … as in the table of nodes. */
    Naming ofTable() {
        return new Naming(names, parts, copies, steps, true);
    }

    /** The name of a node in the text, or what it computes, or its number. */
    String of(Node node) {
        if ((table || node.name() != null) && names.of(node) != null) {
            return names.of(node);
        } else if (node instanceof Constant constant && constant.shape().isScalar()) {
            return number(constant.value().at(0));
        }
        Apply origin = parts.get(node);
        if (origin != null) {
            return isWhole(node, origin) ? of(origin) : "a part of " + use(origin);
        }
        String expression = node instanceof Apply apply ? expression(apply) : null;
        return expression != null ? expression : names.numbered(node) != null ? names.numbered(node) : node.toString();
    }

    /** Whether a use is a part of an operation of the language, which nobody has written. */
    boolean isPart(Apply use) {
        return parts.containsKey(use);
    }

    /** Whether a part is the whole operation again: its result, or the same operation applied to other nodes. */
    private boolean isWhole(Node node, Apply origin) {
        return copies.get(origin) == node || node instanceof Apply apply && apply.op().equals(origin.op());
    }

    /** A use: its name or, where it has none in the text, what it computes: {@code x*y}. */
    String use(Apply use) {
        if (parts.containsKey(use)) {
            return isWhole(use, parts.get(use)) ? use(parts.get(use)) : of(use);
        }
        String expression = use.name() != null ? null : expression(use);
        return expression == null ? of(use) : table && names.of(use) != null ? names.of(use) + " = " + expression : expression;
    }

    private String expression(Apply use) {
        String text = TextFormula.text(formula(use, DEEP));
        for (int depth = DEEP - 1; depth >= 0 && text.length() > LONG; depth--) {
            text = TextFormula.text(formula(use, depth));
        }
        return text.length() > LONG ? null : text;
    }

    /** What a use computes, over names as far as there are any. */
    private Formula formula(Apply use, int depth) {
        List<Formula> arguments = new ArrayList<>();
        for (Node argument : use.arguments()) {
            boolean number = argument instanceof Constant constant && constant.name() == null && constant.shape().isScalar();
            boolean known = argument.name() != null || depth == 0;
            String name = known ? names.of(argument) : null;
            if (number) {
                arguments.add(Formula.number(((Constant) argument).value().at(0)));
            } else if (name == null && argument instanceof Apply inner && depth > 0) {
                arguments.add(formula(inner, depth - 1));
            } else {
                arguments.add(Formula.name(name == null ? "…" : name));
            }
        }
        return use.op().formula(arguments);
    }

    /** A sentence about an edge with the names filled in. */
    String sentence(String template, Edge edge) {
        String text = template.replace("{use}", use(edge.use())).replace("{op}", of(edge.op())).replace("{x}", of(edge.input()))
                .replace("{other}", of(edge.other()));
        for (int k = 0; text.contains("{before") && k < Edge.EARLIER; k++) {
            text = earlier(earlier(text, "{before " + k + "}", edge.input(), k), "{before other " + k + "}", edge.other(), k);
        }
        return text;
    }

    private String earlier(String text, String place, Node node, int k) {
        return text.contains(place) ? text.replace(place, of(Edge.before(node, k))) : text;
    }

    /** What an operation is called; those that are written with a sign have names that nobody writes. */
    static String of(Op op) {
        return op.meaning() == Meaning.POWER ? "the power" : op.meaning() == Meaning.NEGATION ? "the minus sign" : op.symbol();
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
