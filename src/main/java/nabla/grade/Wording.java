package nabla.grade;

import static nabla.source.Display.visible;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.report.Binding;
import nabla.report.ClaimReport.Witness;
import nabla.report.Digits;
import nabla.report.Mistake;
import nabla.report.TextGrid;
import nabla.tensor.Tensor;
import nabla.writer.Palette;

/**
 * What a learner is told about an answer.
 *
 * @param reveal whether the solution is told too
 */
public record Wording(boolean reveal) {

    private static final int VALUE = 48;
    private static final int LEAVES = 6;

    /** {@code 2.5}, without zeros at the end. */
    public static String points(double points) {
        BigDecimal rounded = BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** {@code 2 of 3}. */
    public static String of(double marks, double points) {
        return points(marks) + " of " + points(points);
    }

    /** The outcome in a line: {@code wrong: the sign is flipped (sign)}. */
    public String verdict(Mark mark) {
        return verdict(mark, Palette.PLAIN);
    }

    String verdict(Mark mark, Palette palette) {
        String mistake = mark.mistake() == null || mark.outcome() == Outcome.FOLLOWS ? ""
                : ": " + visible(message(mark.mistake())) + " (" + mark.mistake().codes(", ") + ")";
        String alone = mark.marks() == mark.alone() ? "" : " (" + of(mark.alone(), mark.item().points()) + " without it)";
        return mark.outcome().words(palette) + alone + mistake;
    }

    /** What would have to be written instead is the solution. */
    private String message(Mistake mistake) {
        return reveal ? mistake.told() : mistake.message();
    }

    /** What there is to say beyond that, a line each. */
    public List<String> details(Mark mark) {
        List<String> lines = new ArrayList<>();
        if (mark.written() != null && mark.outcome() != Outcome.UNREADABLE && mark.outcome() != Outcome.REFUSED && !mark.outcome().equals(Outcome.RIGHT)) {
            lines.add((mark.line() > 0 ? "line " + mark.line() + ":  " : "") + visible(mark.written()));
        }
        mark.remarks().forEach(remark -> lines.add(visible(remark)));
        if (mark.witness() != null) {
            witness(mark.witness(), lines);
        }
        if (reveal && mark.solution() != null && !mark.solution().isEmpty() && mark.marks() < mark.item().points()) {
            lines.add("the right answer is " + visible(mark.solution()));
        }
        return lines;
    }

    private void witness(Witness witness, List<String> lines) {
        boolean fits = witness.yours() != null && witness.correct() != null && witness.yours().shape().equals(witness.correct().shape());
        if (!fits) {
            return;
        }
        Tensor yours = witness.yours();
        Tensor correct = witness.correct();
        String entry = "";
        if (!yours.shape().isScalar() && isElided(yours, correct)) {
            int k = worst(yours, correct);
            entry = " at " + yours.shape().place(k);
            yours = Tensor.scalar(yours.at(k));
            correct = Tensor.scalar(correct.at(k));
        }
        String at = at(witness.at());
        if (at.isEmpty() && entry.isEmpty() && !reveal) {
            return;
        }
        lines.add((at.isEmpty() ? "" : "with " + at + " ") + "your answer is " + value(yours) + entry
                + (reveal ? ", the right one " + value(correct) : ""));
    }

    private static boolean isElided(Tensor yours, Tensor correct) {
        return TextGrid.entries(yours, VALUE, Digits.SHORT) == null || TextGrid.entries(correct, VALUE, Digits.SHORT) == null;
    }

    private static String at(List<Binding> bindings) {
        boolean few = bindings.size() <= LEAVES && bindings.stream().allMatch(b -> b.value().shape().isScalar());
        return few ? bindings.stream().map(b -> b.name() + " = " + value(b.value())).collect(Collectors.joining(", ")) : "";
    }

    private static String value(Tensor matrix) {
        return TextGrid.inline(matrix, VALUE, Digits.SHORT);
    }

    private static int worst(Tensor yours, Tensor correct) {
        int worst = 0;
        for (int k = 0; k < yours.count(); k++) {
            double off = Math.abs(yours.at(k) - correct.at(k));
            worst = off > Math.abs(yours.at(worst) - correct.at(worst)) || Double.isNaN(off) ? k : worst;
        }
        return worst;
    }
}
