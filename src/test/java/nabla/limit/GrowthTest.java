package nabla.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.check.CheckPrecision;
import nabla.check.Checker;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.session.Derivations;
import nabla.session.Draft;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.translate.Options;
import nabla.translate.Translator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What texts of twice the size cost: how often each stage of the pipeline looks whether it is still wanted, which every walk does once a
 * node, a word or a step. A walk that goes along a shared node once a path would double with every level.
 */
class GrowthTest {

    private static final CheckPrecision SAMPLED = new CheckPrecision(1e-6, 1);
    private static final Settings SETTINGS = new Settings(null, 1e-6, 1, List.of(), false, false);
    private static final Settings EXPANDED = new Settings(null, 1e-6, 1, List.of(), false, false, true);
    /** Linear, with a little for what a text costs in any case. */
    private static final double LINEAR = 2.4;
    /** Formulas up to their bound may grow as what is read from them squared; a walk along paths would grow 4096 times. */
    private static final double BOUNDED = 9;

    private static final Map<String, IntFunction<String>> TEXTS = new LinkedHashMap<>();

    static {
        sharing("a product", "0.3", "{} * (1 - {})");
        sharing("a sum", "0.3", "{} + {}");
        sharing("a quotient", "0.3", "exp({})/(1 + exp({}))");
        sharing("the larger", "0.3", "max({}, 0.5*{} + 0.1)");
        sharing("a choice", "0.3", "where({} > 0.2, {}, -{})");
        sharing("a power", "0.3", "{}^2 + 1/{}");
        sharing("a matrix and its transpose", "[0.3, 0.2; 0.1, 0.5]", "{} @ {}.T");
        sharing("a matrix and its inverse", "[0.3, 0.2; 0.1, 0.5]", "{} + inv({})");
        sharing("a row and its sum", "[0.3, 0.2, 0.5]", "{}/(1 + sum({}))");
        sharing("softmax", "[0.3, 0.2, 0.5]", "softmax({}) + {}");
        sharing("a mean", "[0.3, 0.2, 0.5]", "{} - mean({})");
        TEXTS.put("the last two", n -> "x0 = 0.3\nx1 = 0.4\n" + lines(n, i -> "x" + (i + 2) + " = x" + (i + 1) + "*x" + i));
        TEXTS.put("a chain", n -> "x0 = 0.3\n" + lines(n, i -> "x" + (i + 1) + " = sin(x" + i + ")"));
        TEXTS.put("a long sum", n -> "x = 2\nz = " + list(n, " + ", i -> "x"));
        TEXTS.put("a long product", n -> lines(n, i -> "x" + i + " = 2") + "z = " + list(n, "*", i -> "x" + i));
        TEXTS.put("blocks", n -> "x = 2\nz = sum([" + list(n, ", ", i -> "x") + "])");
        TEXTS.put("a literal", n -> "x = [" + list(n, ", ", i -> "1") + "]\nz = sum(x^2)");
        TEXTS.put("arguments of max", n -> "x = 2\ny = 3\nz = max(" + list(n, ", ", i -> "x*y") + ")");
        TEXTS.put("roots", n -> "x = 2\ny = 3\nz = " + "√".repeat(n) + "(x*y)");
        TEXTS.put("powers", n -> "x = 2\nz = x" + "^1".repeat(n));
        TEXTS.put("signs", n -> "x = 2\nz = " + "-".repeat(n) + "x");
        TEXTS.put("parameters", n -> "op f(" + list(n, ", ", i -> "p" + i) + ") {\n forward y = p0^2\n}\nx = 1\nz = f(" + list(n, ", ", i -> "x") + ")");
        TEXTS.put("layers", n -> "X = [0, 0; 0, 1; 1, 0]\nY = [0; 1; 1]\nmlp {\n input X\n" + lines(n, i -> " dense 1 tanh") + " loss mse(Y)\n}");
        TEXTS.put("a derivative in the text", n -> "x0 = 0.3\n" + lines(n, i -> "x" + (i + 1) + " = x" + i + "*(1 - x" + i + ")")
                + "w = (dx" + n + "/dx0)^2");
        TEXTS.put("right claims", n -> "x = 2\nz = x^3\n" + lines(n, i -> "dz/dx = 3*x^2"));
        TEXTS.put("wrong claims", n -> "x = 2\nz = x^3\n" + lines(n, i -> "dz/dx = 2*x^2"));
        TEXTS.put("a circle", n -> "x0 = x" + n + "\n" + lines(n, i -> "x" + (i + 1) + " = x" + i + " + x0"));
        TEXTS.put("names without a meaning", n -> lines(n, i -> "a" + i + " = b" + i + "*2"));
    }

    /** A chain of definitions, each of which uses the one before more than once. */
    private static void sharing(String what, String first, String definition) {
        TEXTS.put(what, n -> "x0 = " + first + "\n" + lines(n, i -> "x" + (i + 1) + " = " + definition.replace("{}", "x" + i))
                + "z = sum(x" + n + ")");
    }

    private static String lines(int n, IntFunction<String> line) {
        return IntStream.range(0, n).mapToObj(i -> line.apply(i) + "\n").collect(Collectors.joining());
    }

    private static String list(int n, String between, IntFunction<String> entry) {
        return IntStream.range(0, n).mapToObj(entry).collect(Collectors.joining(between));
    }

    static Stream<String> texts() {
        return TEXTS.keySet().stream();
    }

    static Stream<Arguments> derived() {
        return TEXTS.keySet().stream().filter(text -> !text.contains("claims") && !text.equals("layers")).map(Arguments::of);
    }

    private static SourceText source(String text, int n) {
        return new SourceText(text, TEXTS.get(text).apply(n));
    }

    private static Model model(SourceText source) {
        return Translator.translate(new Reader(Functions.names()).read(source), Options.NONE);
    }

    private static void grows(String text, int n, double most, IntFunction<Runnable> stage) {
        long once = Stop.looks(stage.apply(n));
        long twice = Stop.looks(stage.apply(2 * n));
        assertTrue(twice <= most * once + 1000, text + " of " + n + ": " + once + ", of twice as much: " + twice);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void reading(String text) {
        grows(text, 200, LINEAR, n -> {
            SourceText source = source(text, n);
            return () -> new Reader(Functions.names()).read(source);
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void translation(String text) {
        grows(text, 200, LINEAR, n -> {
            SourceText source = source(text, n);
            return () -> model(source);
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void differentiation(String text) {
        grows(text, 200, LINEAR, n -> {
            Model model = model(source(text, n));
            return () -> {
                if (model.root() != null) {
                    new Checker(model, SAMPLED);
                }
            };
        });
    }

    /** Twice as deep twelve times over is 4096 times as many paths. */
    @ParameterizedTest
    @MethodSource("texts")
    void reports(String text) {
        grows(text, 12, BOUNDED, n -> () -> new Session(SETTINGS).check(source(text, n)));
    }

    /** Here the formulas of the report come to the end of their steps. */
    @ParameterizedTest
    @MethodSource("texts")
    void largeReports(String text) {
        grows(text, 32, BOUNDED, n -> () -> new Session(SETTINGS).check(source(text, n)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void formulasOfTheInputs(String text) {
        grows(text, 12, 2 * BOUNDED, n -> () -> new Session(EXPANDED).check(source(text, n)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void drafts(String text) {
        grows(text, 12, BOUNDED, n -> () -> {
            Draft draft = Draft.of(source(text, n), Settings.DEFAULT, null);
            draft.quantities();
            draft.graph();
        });
    }

    @ParameterizedTest
    @MethodSource("derived")
    void derivations(String text) {
        grows(text, 12, BOUNDED, n -> () -> new Derivations(null, List.of(), false).of(source(text, n), null, Settings.DEFAULT));
    }

    /** A walk along every path of a shared graph is what these tests are for: it does not pass for a bounded one. */
    @Test
    void whatGrowsWithThePathsIsSeen() {
        long once = Stop.looks(() -> paths(12));
        long twice = Stop.looks(() -> paths(24));
        assertTrue(twice > 4000 * once);
        assertEquals((1 << 13) - 1, once);
    }

    private static void paths(int depth) {
        Stop.ifAsked();
        for (int k = 0; k < 2 && depth > 0; k++) {
            paths(depth - 1);
        }
    }
}
