package nabla.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nabla.derive.Deriver;
import nabla.derive.NoDerivative;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.op.Matmul;
import nabla.op.Transpose;
import nabla.report.Derivation;
import nabla.report.Report.Status;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.translate.Extent;
import nabla.translate.Options;
import nabla.translate.Translator;
import nabla.verdict.Verdict;

/**
 * Worked derivations of a text.
 *
 * @param of     the name of what is differentiated; null for the output
 * @param by     the names of what it is differentiated by; empty for the only input
 * @param expand whether results go down to the inputs
 */
public record Derivations(String of, List<String> by, boolean expand) {

    private static final List<Op> OF_MATRICES = List.of(new Matmul(), new Transpose());

    /**
     * What became of them.
     *
     * @param status      of the text and of all gradients
     * @param diagnostics what is to be said about the text
     */
    public record Outcome(Status status, List<Diagnostic> diagnostics, List<Derivation> derivations) { }

    /** Works them out. Whatever is wrong with the text is in the outcome; nothing is thrown for it. */
    public Outcome of(SourceText source, Path folder, Settings settings) {
        Model model = Translator.translate(new Reader(Functions.names()).read(source),
                new Options(settings.seed(), settings.at(), settings.free(), folder));
        List<Diagnostic> diagnostics = new ArrayList<>(model.diagnostics());
        Optional.ofNullable(Extent.refusal(model)).ifPresent(diagnostics::add);
        if (settings.free()) {
            diagnostics.removeIf(diagnostic -> diagnostic.severity() == Diagnostic.Severity.NOTE);
        }
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            boolean refused = diagnostics.stream().anyMatch(diagnostic -> diagnostic.isRefusal());
            return new Outcome(refused ? Status.REFUSED : Status.UNREADABLE, diagnostics, List.of());
        }
        if (settings.free()) {
            numbersOnly(model, diagnostics);
        }
        List<Derivation> derivations = new ArrayList<>();
        try {
            Deriver deriver = new Deriver(model, expand);
            for (String name : by.isEmpty() ? Arrays.asList((String) null) : by) {
                derivations.add(deriver.derive(of, name));
            }
        } catch (NoDerivative e) {
            diagnostics.add(Diagnostic.error(null, e.getMessage(), e.hint()));
            return new Outcome(Status.UNREADABLE, diagnostics, List.of());
        }
        return new Outcome(status(derivations), diagnostics, derivations);
    }

    /** Names without a declaration are numbers, which is not what {@code x.T @ A @ x} is about. */
    private static void numbersOnly(Model model, List<Diagnostic> diagnostics) {
        if (model.output() == null) {
            return;
        }
        List<Node> order = Topology.order(List.of(model.output()));
        boolean numbers = order.stream().allMatch(node -> node.shape().isScalar());
        if (numbers && order.stream().anyMatch(node -> node instanceof Apply apply && OF_MATRICES.contains(apply.op()))) {
            diagnostics.add(Diagnostic.note(null, "every name stands for a single number", "for matrices say which: \"…; A in R(n, n); x in R(n)\""));
        }
    }

    private static Status status(List<Derivation> derivations) {
        List<Verdict> verdicts = derivations.stream().map(derivation -> derivation.proof().verdict()).toList();
        boolean open = verdicts.stream().anyMatch(Verdict::isOpen);
        return verdicts.stream().anyMatch(Verdict::isWrong) ? Status.WRONG : open ? Status.UNRESOLVED : Status.VERIFIED;
    }
}
