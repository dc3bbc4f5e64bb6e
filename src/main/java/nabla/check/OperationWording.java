package nabla.check;

import java.util.ArrayList;
import java.util.List;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.simplify.Formulas;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import nabla.verdict.Text;

/** What a reason calls an operation, and what it says of its arguments: as they are written, {@code x > 0.5}, not {@code gt}. */
record OperationWording(Names names) {

    private static final int LONG = 40;

    /** A use over the names of its arguments; the name of its operation if that would be too long. */
    String of(Apply use) {
        List<Formula> arguments = new ArrayList<>();
        for (Node argument : use.arguments()) {
            String name = names.of(argument);
            arguments.add(name != null ? Formula.name(name) : Formulas.of(argument).orElse(Formula.name("…")));
        }
        String text = TextFormula.text(use.op().formula(arguments));
        return text.length() > LONG ? use.op().symbol() : text;
    }

    /** An entry of what an operation reduces to fewer entries. */
    record Edge(Shape shape, int entry) { }

    /** Where an operation is at the edge of its domain, or beyond; null where it is not. */
    static Edge edge(List<Guard> guards, Values values) {
        for (Guard guard : guards) {
            Tensor distance = values.of(guard.distance());
            for (int k = 0; k < distance.count(); k++) {
                if (guard.kind() == Guard.Kind.POLE && distance.at(k) == 0 || guard.kind() == Guard.Kind.DOMAIN && distance.at(k) <= 0) {
                    return new Edge(distance.shape(), k);
                }
            }
        }
        return null;
    }

    /** Where it is: {@code  at x = 3, y = 0}, the entries that go together; nothing if an operation is on whole matrices or on numbers. */
    String at(Apply use, int entry, Values values, Edge edge) {
        List<String> at = new ArrayList<>();
        for (Node argument : use.arguments().stream().distinct().filter(argument -> names.of(argument) != null).toList()) {
            boolean whole = use.op().elementwise() && argument.shape().equals(use.shape());
            boolean reduced = !whole && edge != null && argument.shape().equals(edge.shape()) && !edge.shape().isScalar();
            int k = whole ? entry : reduced ? edge.entry() : 0;
            if (whole || reduced || argument.shape().isScalar()) {
                at.add(names.of(argument) + (reduced ? Text.place(k, argument.shape()) : "") + " = " + Text.number(values.of(argument).at(k)));
            }
        }
        return at.isEmpty() ? "" : " at " + String.join(", ", at);
    }

    /** What keeps an operation on whole matrices from having a value: {@code , where det(A) = 0}; nothing if no one number does. */
    String where(Apply use, List<Guard> guards, Values values) {
        for (Guard guard : guards) {
            boolean edge = guard.kind() == Guard.Kind.DOMAIN || guard.kind() == Guard.Kind.POLE;
            Node distance = guard.distance();
            if (edge && distance.shape().isScalar() && !use.op().elementwise()) {
                double value = values.of(distance).at(0);
                String text = Formulas.of(distance).map(TextFormula::text).orElse("");
                if ((guard.kind() == Guard.Kind.POLE ? value == 0 : value <= 0) && !text.isEmpty() && text.length() <= LONG) {
                    return ", where " + text + " = " + Text.number(value);
                }
            }
        }
        return "";
    }
}
