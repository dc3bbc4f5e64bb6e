package nabla.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.derive.Derivation;
import nabla.derive.Derivation.Line;
import nabla.derive.Derivation.Path;
import nabla.derive.Derivation.Step;
import nabla.exercise.Reply.Tone;
import nabla.matrix.Matrix;

/** The worked solution of an exercise as lines of text. */
record Solution(Work work) {

    private static final int WIDE = 44;

    /** The answer, as a formula and as a number: {@code dz/dx = y + 1 = 3}. */
    static String answer(Exercise exercise) {
        String formula = exercise.answer();
        String value = literal(exercise.value());
        return exercise.target() + " = " + formula + (value.equals(formula) ? "" : " = " + value);
    }

    List<Reply.Line> lines() {
        List<String> lines = new ArrayList<>(List.of("The solution, step by step:"));
        Derivation derivation = work.derivation();
        for (Line line : derivation.lines()) {
            if (!work.isOwn(line.name())) {
                lines.add("  " + line.name() + " = " + Work.text(line.right()));
            }
        }
        if (derivation.isByPaths()) {
            derivation.locals().forEach(step -> lines.add(step(step)));
            paths(derivation, lines);
        } else {
            derivation.backward().forEach(step -> lines.add(step(step)));
        }
        lines.add("  " + answer(work.exercise()));
        List<Reply.Line> toned = new ArrayList<>();
        lines.forEach(line -> toned.add(new Reply.Line(line.startsWith(" ") ? Tone.CODE : Tone.PLAIN, line)));
        return toned;
    }

    private static void paths(Derivation derivation, List<String> lines) {
        if (derivation.locals().size() > 1) {
            for (Path path : derivation.paths()) {
                lines.add("  " + path.factors().stream().map(factor -> Work.text(factor.left())).collect(Collectors.joining("·")) + " = "
                        + Work.text(path.product()) + value(path.value()));
            }
            if (derivation.paths().size() > 1) {
                lines.add("  The sum of these is");
            }
        }
    }

    private static String step(Step step) {
        String right = Work.text(step.right());
        String value = value(step.value());
        String equation = "  " + Work.text(step.left()) + " = " + right + (value.equals(" = " + right) ? "" : value);
        return equation + " ".repeat(Math.max(2, WIDE - equation.length())) + String.join(", ", step.rules());
    }

    private static String value(Matrix value) {
        return value == null || !value.shape().isScalar() ? "" : " = " + Work.number(value.at(0));
    }

    /** A matrix as it is typed, its numbers to four digits. */
    static String literal(Matrix value) {
        if (value.shape().isScalar()) {
            return Work.number(value.at(0));
        }
        StringBuilder text = new StringBuilder("[");
        for (int k = 0; k < value.count(); k++) {
            double entry = value.at(k) == 0 ? 0 : value.at(k);
            text.append(k == 0 ? "" : k % value.columns() == 0 ? "; " : ", ").append(Work.number(entry));
        }
        return text.append(']').toString();
    }
}
