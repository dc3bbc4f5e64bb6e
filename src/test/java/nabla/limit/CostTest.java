package nabla.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import nabla.backward.Gradients;
import nabla.check.CheckPrecision;
import nabla.check.Checker;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.simplify.Facts;
import nabla.simplify.Simplifier;
import nabla.simplify.Steps;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.translate.Options;
import nabla.translate.Translator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small files that once took minutes: what they cost up to the verification, in looks, not in seconds. */
class CostTest {

    private static final Path FILES = Path.of("src/test/resources/cost");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList().stream();
        }
    }

    private static SourceText source(Path file) {
        try {
            return new SourceText(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model model(SourceText source) {
        return Translator.translate(new Reader(Functions.names()).read(source), Options.NONE);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadTranslatedAndDifferentiatedAlongItsWords(Path file) {
        SourceText source = source(file);
        AtomicReference<Model> model = new AtomicReference<>();
        long words = Stop.looks(() -> new Reader(Functions.names()).read(source));
        long looks = Stop.looks(() -> model.set(model(source)));
        if (model.get().root() != null) {
            looks += Stop.looks(() -> new Checker(model.get(), new CheckPrecision(1e-6, 1)));
        }
        assertTrue(looks <= 10 * words + 10_000, file + ": " + words + " words, " + looks + " looks");
    }

    /** However many nodes there are: the formulas of a report stop to be made shorter when their steps are spent. */
    @ParameterizedTest
    @MethodSource("files")
    void formulasOfAllGradientsTakeABoundedNumberOfSteps(Path file) {
        Model model = model(source(file));
        Simplifier simplifier = new Simplifier(new Facts(model.distributions(), model.nonnegative(), model.sizes()), Steps.ofFormulas());
        List<Node> leaves = model.leaves().stream().filter(leaf -> !leaf.constant()).map(leaf -> (Node) leaf.node()).toList();
        if (model.root() != null && !leaves.isEmpty() && model.leaves().stream().allMatch(leaf -> leaf.node().shape().count() <= 100)) {
            long looks = Stop.looks(() -> Gradients.of(model.root(), leaves).values().forEach(simplifier::simplify));
            assertTrue(looks <= 15_000_000, file + ": " + looks);
        }
    }

    @Test
    void namesWithoutAMeaningAreLookedForByTheirLetters() {
        SourceText source = source(FILES.resolve("undefined-8000.grad"));
        AtomicReference<Model> model = new AtomicReference<>();
        long looks = Stop.looks(() -> model.set(model(source)));
        List<Diagnostic> errors = model.get().diagnostics();
        assertEquals(8000, errors.size());
        assertEquals("did you mean a7999?", errors.get(7999).hint());
        // Comparing every pair would be 64 million.
        assertTrue(looks < 3_000_000, "" + looks);
    }

    /** Elimination takes steps by the third power of the rows, before anything is verified. */
    @Test
    void aMatrixThatIsTooLargeToEliminateIsRefusedAtOnce() {
        for (String call : List.of("sum(inv(eye(3000)))", "det(eye(501))", "logdet(eye(1000))", "sum(solve(eye(600), ones(600, 1)))")) {
            AtomicReference<Model> model = new AtomicReference<>();
            assertTrue(Stop.looks(() -> model.set(model(new SourceText("large", "x = 1\nz = x*" + call)))) < 1000, call);
            String message = model.get().diagnostics().get(0).message();
            assertTrue(message.startsWith("refused: ") && message.endsWith("more than 500 rows to eliminate"), message);
        }
        assertTrue(model(new SourceText("small", "x = 1\nz = x*sum(inv(eye(500)))")).diagnostics().isEmpty());
    }
}
