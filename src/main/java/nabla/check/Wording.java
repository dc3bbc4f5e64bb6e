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

    /**
     * What keeps an operation on whole matrices from having a value: {@code , where det(A) = 0}, or the entries that do,
     * {@code , where p[0, 1] = 0 and Y[0, 1] = 1}; nothing if neither is known.
     */
    String where(Apply use, Map<Input, Matrix> point) {
        for (Guard guard : use.op().elementwise() ? List.<Guard>of() : use.op().guards(use)) {
            Values values = Values.at(new Tape(List.of(use, guard.distance())), point);
            int entry = edge(guard, values.of(guard.distance()));
            String text = entry < 0 ? "" : guard.distance().shape().isScalar() ? equation(guard.distance(), values) : entries(use, guard, entry, values);
            if (!text.isEmpty()) {
                return ", where " + text;
            }
        }
        return "";
    }

    /** The first entry at the edge of the domain or beyond; -1 if there is none. */
    private static int edge(Guard guard, Matrix distance) {
        int entry = 0;
        while (entry < distance.count() && !(guard.kind() == Guard.Kind.POLE && distance.at(entry) == 0
                || guard.kind() == Guard.Kind.DOMAIN && distance.at(entry) <= 0)) {
            entry++;
        }
        return entry < distance.count() ? entry : -1;
    }

    private static String equation(Node distance, Values values) {
        String text = Formulas.of(distance).map(TextFormula::text).orElse("");
        return text.isEmpty() || text.length() > LONG ? "" : text + " = " + Text.number(values.of(distance).at(0));
    }

    private String entries(Apply use, Guard guard, int entry, Values values) {
        return use.arguments().stream().filter(argument -> argument.shape().equals(guard.distance().shape()) && names.of(argument) != null)
                .map(argument -> names.of(argument) + Text.place(entry, argument.shape()) + " = " + Text.number(values.of(argument).at(entry)))
                .collect(Collectors.joining(" and "));
    }
}
