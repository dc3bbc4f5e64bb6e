package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.report.Report;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Claims about random functions at their kinks, and where such functions are smooth on purpose: whatever lies in Clarke's subdifferential is
 * right, and all else is wrong. What lies in it comes from an enumeration of the pieces of the function.
 */
class KinkClaimsTest {

    private static final int FEW = 60;
    private static final int MANY = 500;
    private static final double OPEN = 0.02;

    @Test
    void claimsAtKinksAreJudgedByTheFunction() {
        judge(FEW);
    }

    @Test
    @Tag("soak")
    void fiveHundredAre() {
        judge(MANY);
    }

    /** One number of all entries: {@code 2*dz/dx[0] - dz/dx[1] == b} is right where some gradient close by, or a mixture, gives b. */
    @Test
    void equalitiesAtKinksAreJudgedByTheFunction() {
        equalities(FEW);
    }

    @Test
    @Tag("soak")
    void fiveHundredEqualitiesAre() {
        equalities(MANY);
    }

    private static void equalities(int count) {
        List<String> off = new ArrayList<>();
        int open = 0;
        for (int seed = 0; seed < count; seed++) {
            KinkedFunction function = new KinkedFunction(seed);
            double[] weights = new SplittableRandom(seed).doubles(function.x.length, -2, 2).toArray();
            double[] values = function.gradients.stream().mapToDouble(gradient -> dot(gradient, weights)).toArray();
            double least = Arrays.stream(values).min().getAsDouble();
            double most = Arrays.stream(values).max().getAsDouble();
            double size = 0.1 + Math.max(Math.abs(least), Math.abs(most));
            List<String> sides = IntStream.range(0, weights.length).mapToObj(k -> number(weights[k]) + "*dz/dx[" + k + "]").toList();
            String sum = String.join(" + ", sides);
            String first = sides.get(0) + " == ";
            String rest = sides.size() == 1 ? "" : " - " + String.join(" - ", sides.subList(1, sides.size()));
            String text = "x = " + column(function.x) + "\nz = " + function.text + "\n"
                    + sum + " == " + number(dot(function.inside(), weights)) + "\n" + first + number((least + most) / 2) + rest + "\n"
                    + sum + " == " + number(most + 0.1 * size) + "\n" + first + number(least - 0.2 * size) + rest + "\n";
            Report report = new Session(Settings.DEFAULT).check(new SourceText("kinks", text));
            assertEquals(4, report.claims().size(), () -> text + "\n" + report.diagnostics());
            for (int i = 0; i < 4; i++) {
                Judgement judgement = report.claims().get(i).judgement();
                open += judgement == Judgement.UNRESOLVED ? 1 : 0;
                if (judgement != Judgement.UNRESOLVED && judgement != (i < 2 ? Judgement.RIGHT : Judgement.WRONG)) {
                    off.add("seed " + seed + ", claim " + i + " " + judgement + " " + report.claims().get(i).note() + "\n" + text);
                }
            }
        }
        System.out.println("equalities: " + count + " functions, " + open + " claims open");
        assertEquals(List.of(), off, () -> list(off));
        assertTrue(open <= OPEN * 4 * count, "open " + open);
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(k -> a[k] * b[k]).sum();
    }

    private static String number(double value) {
        return "(" + Double.toString(value).replace("E", "e") + ")";
    }

    private static void judge(int count) {
        List<String> accepted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int smooth = 0;
        for (int seed = 0; seed < count; seed++) {
            KinkedFunction function = new KinkedFunction(seed);
            smooth += function.isSmooth() ? 1 : 0;
            List<double[]> answers = List.of(function.inside(), function.inside(), function.outside(), function.outside());
            String by = seed % 3 == 0 ? "y" : "x";
            StringBuilder text = new StringBuilder("x = " + column(function.x) + "\n");
            text.append(by.equals("y") ? "y = 1*x\nz = " + function.text.replace("x[", "y[").replace("max(x)", "max(y)") : "z = " + function.text).append('\n');
            for (int i = 0; i < answers.size(); i++) {
                text.append("dz/d").append(by).append(i % 2 == 0 ? " = " : " == ").append(column(answers.get(i))).append('\n');
            }
            Report report = new Session(Settings.DEFAULT).check(new SourceText("kinks", text.toString()));
            assertEquals(answers.size(), report.claims().size(), () -> text + "\n" + report.diagnostics());
            for (int i = 0; i < answers.size(); i++) {
                Judgement judgement = report.claims().get(i).judgement();
                String said = "seed " + seed + ", claim " + i + " " + judgement + " " + report.claims().get(i).note() + "\n" + text;
                if (judgement == Judgement.UNRESOLVED) {
                    open.add(said);
                } else if (i < 2 && judgement == Judgement.WRONG) {
                    refused.add(said);
                } else if (i >= 2 && judgement == Judgement.RIGHT) {
                    accepted.add(said);
                }
            }
        }
        System.out.println("kinks: " + count + " functions, " + smooth + " smooth, " + open.size() + " claims open");
        assertEquals(List.of(), accepted, () -> "accepted " + list(accepted));
        assertEquals(List.of(), refused, () -> "refused " + list(refused));
        assertTrue(open.size() <= OPEN * 4 * count, () -> "open " + list(open));
        assertTrue(smooth > count / 20 && smooth < count / 2, "smooth: " + smooth);
    }

    private static String column(double[] entries) {
        return "[" + Arrays.stream(entries).mapToObj(Double::toString).map(text -> text.replace("E", "e")).collect(Collectors.joining("; ")) + "]";
    }

    private static String list(List<String> said) {
        return said.size() + ":\n" + said.stream().limit(8).collect(Collectors.joining("\n"));
    }
}
