package nabla.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.report.ClaimReport;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a report says that a gradient is, handed back as a claim, is right: the formula can be read, and holds at further points too. */
class FormulasBackTest {

    private static final Settings SAMPLED = new Settings(null, 1e-6, 1, List.of(), false, false);
    /** So many of an example, spread evenly: the steps of a recurrent network are all alike. */
    private static final int MOST = 6;
    /** A part of the text that has no name in it, which a claim cannot speak of. */
    private static final Pattern UNNAMED = Pattern.compile("/dv\\d");
    /** Where the formula of the gradient has no value, and its limit is meant. */
    private static final Set<String> LIMITS = Set.of("edges/singular-matrix.grad");

    static List<Path> examples() throws IOException {
        return ExamplesTest.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyGradientThatIsPrintedIsRightAsAClaim(Path example) throws IOException {
        String text = Files.readString(example);
        Report report = check(example, text);
        List<String> all = report.nodes().stream().filter(node -> isClaim(node, report)).map(FormulasBackTest::claim)
                .filter(line -> !UNNAMED.matcher(line).find()).toList();
        int apart = (all.size() + MOST - 1) / MOST;
        List<String> lines = IntStream.range(0, all.size()).filter(k -> k % apart == 0).mapToObj(all::get).toList();
        if (lines.isEmpty() || LIMITS.stream().anyMatch(example.toString().replace('\\', '/')::endsWith)) {
            return;
        }
        String output = Pattern.compile("(?m)^output\\b").matcher(text).find() ? "" : "output " + report.output() + "\n";
        Report back = check(example, text + "\n" + output + String.join("\n", lines) + "\n");
        assertFalse(back.nodes().isEmpty(), () -> back.diagnostics() + "\n" + String.join("\n", lines));
        List<ClaimReport> claims = back.claims().subList(back.claims().size() - lines.size(), back.claims().size());
        List<String> others = new ArrayList<>();
        claims.stream().filter(claim -> claim.judgement() != Judgement.RIGHT).forEach(claim -> others.add(claim.judgement() + ": " + claim.text()));
        assertEquals(List.of(), others);
    }

    private static Report check(Path example, String text) {
        return new Session(SAMPLED, example.getParent()).check(new SourceText(example.getFileName().toString(), text));
    }

    private static boolean isClaim(NodeReport node, Report report) {
        return node.details().formula() != null && node.place().named() && !node.name().equals(report.output())
                && node.verification().verdict() != null && node.verification().verdict().agrees();
    }

    /** {@code dX = …}, with what is told behind {@code where} in its place. */
    private static String claim(NodeReport node) {
        Formula formula = node.details().formula();
        if (!(formula instanceof Formula.Where where)) {
            return "d" + node.name() + " = " + TextFormula.text(formula);
        }
        String body = TextFormula.text(where.body());
        for (int pass = 0; pass < where.definitions().size(); pass++) {
            for (Formula.Definition definition : where.definitions()) {
                body = body.replaceAll("(?<![\\p{L}\\p{N}_.])" + definition.name() + "(?![\\p{L}\\p{N}_(])",
                        Matcher.quoteReplacement("(" + TextFormula.text(definition.value()) + ")"));
            }
        }
        return "d" + node.name() + " = " + body;
    }
}
