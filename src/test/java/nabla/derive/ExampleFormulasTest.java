package nabla.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.formula.Written;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.report.Derivation;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.translate.Options;
import nabla.translate.Translation;
import nabla.translate.Translator;
import nabla.writer.DerivationLatex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivation of every example's output by its first input: its text reads back, its LaTeX is whole. */
class ExampleFormulasTest {

    private static final Set<String> COMMANDS = Set.of("frac", "partial", "mathrm", "mathit", "mathbf", "operatorname", "text", "left", "right",
            "lVert", "rVert", "langle", "rangle", "odot", "otimes", "cdot", "cdots", "dots", "vdots", "times", "top", "circ", "quad", "sum",
            "sqrt", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "exp", "max", "min", "det", "le", "ge",
            "begin", "end", "infty", "hat", "bar", "tilde", "sigma", "theta", "alpha", "beta", "lambda", "mu", "gamma", "delta", "eta", "pi", "phi",
            "epsilon", "varepsilon", "tau", "rho", "omega", "psi", "nu", "xi", "Gamma", "prod");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");

    static List<Path> examples() throws IOException {
        try (Stream<Path> found = Files.walk(Path.of("examples"))) {
            return found.filter(path -> path.toString().endsWith(".grad") && !path.toString().contains("errors")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsBackAndCompiles(Path example) throws IOException {
        Translation translation = Translator.translation(new Reader(Functions.names()).read(new SourceText("example", Files.readString(example))),
                new Options(null, List.of(), false, example.getParent()));
        Model model = translation.model();
        boolean bad = model.diagnostics().stream().anyMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR);
        Model.Leaf input = model.leaves().stream().filter(leaf -> !leaf.constant()).findFirst().orElse(null);
        if (!bad && input != null && model.output() != null) {
            Derivation derivation = new Deriver(model).derive(model.output(), input.node());
            formulas(derivation).forEach(formula -> readsBack(formula, names(translation, derivation)));
            check(DerivationLatex.lines(derivation));
        }
    }

    private static Set<String> names(Translation translation, Derivation derivation) {
        Set<String> names = new HashSet<>();
        translation.model().leaves().forEach(leaf -> names.add(leaf.node().name()));
        translation.model().definitions().forEach(node -> names.add(node.name()));
        derivation.working().lines().forEach(line -> names.add(line.name()));
        translation.handwork().forEach(handwork -> names.add(handwork.name()));
        return names;
    }

    private static List<Formula> formulas(Derivation derivation) {
        List<Formula> formulas = new ArrayList<>();
        formulas.add(derivation.definition());
        formulas.add(derivation.result());
        derivation.working().lines().forEach(line -> formulas.add(line.right()));
        derivation.working().locals().forEach(step -> formulas.addAll(step.right() == null ? List.of() : List.of(step.left(), step.right())));
        derivation.working().backward().forEach(step -> formulas.addAll(step.right() == null ? List.of() : List.of(step.left(), step.right())));
        derivation.working().paths().forEach(path -> formulas.add(path.product()));
        return formulas.stream().filter(Objects::nonNull).toList();
    }

    private static void readsBack(Formula formula, Set<String> names) {
        String text = TextFormula.text(formula);
        assertEquals(text.replace('∂', 'd'), TextFormula.text(Written.formula(text, names)));
    }

    /** Braces, brackets that grow and environments in pairs, no command that amsmath does not have. */
    private static void check(List<String> lines) {
        String latex = String.join("\n", lines.stream().filter(line -> !line.startsWith("%")).toList());
        assertEquals(count(latex, "(?<!\\\\)\\{"), count(latex, "(?<!\\\\)}"), latex);
        assertEquals(count(latex, "\\\\left[^a-z]|\\\\left\\\\"), count(latex, "\\\\right[^a-z]|\\\\right\\\\"), latex);
        assertEquals(count(latex, "\\\\begin\\{"), count(latex, "\\\\end\\{"), latex);
        Matcher commands = COMMAND.matcher(latex);
        while (commands.find()) {
            assertTrue(COMMANDS.contains(commands.group(1)), () -> commands.group() + " in " + latex);
        }
    }

    private static long count(String latex, String pattern) {
        return Pattern.compile(pattern).matcher(latex).results().count();
    }
}
