package nabla.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.simplify.Formulas;

/** What a reason calls an operation, and what it says of its arguments: as they are written, {@code x > 0.5}, not {@code gt}. */
record Wording(Names names) {

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

    /** Where it is: {@code  at x = 3, y = 0}, the entries that go together; nothing if an operation is on whole matrices or on numbers. */
    String at(Apply use, int entry, Values values) {
        String at = use.arguments().stream().distinct().filter(argument -> names.of(argument) != null)
                .filter(argument -> argument.shape().isScalar() || use.op().elementwise() && argument.shape().equals(use.shape()))
                .map(argument -> names.of(argument) + " = " + Text.number(values.of(argument).at(argument.shape().isScalar() ? 0 : entry)))
                .collect(Collectors.joining(", "));
        return at.isEmpty() ? "" : " at " + at;
    }

    /** What keeps an operation on whole matrices from having a value: {@code , where det(A) = 0}; nothing if no one number does. */
    String where(Apply use, Map<Input, Matrix> point) {
        for (Guard guard : use.op().guards(use)) {
            boolean edge = guard.kind() == Guard.Kind.DOMAIN || guard.kind() == Guard.Kind.POLE;
            Node distance = guard.distance();
            if (edge && distance.shape().isScalar() && !use.op().elementwise()) {
                double value = Values.at(new Tape(List.of(distance)), point).of(distance).at(0);
                String text = Formulas.of(distance).map(TextFormula::text).orElse("");
                if ((guard.kind() == Guard.Kind.POLE ? value == 0 : value <= 0) && !text.isEmpty() && text.length() <= LONG) {
                    return ", where " + text + " = " + Text.number(value);
                }
            }
        }
        return "";
    }
}
