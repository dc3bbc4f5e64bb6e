package nabla.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nabla.assembly.Assembly;
import nabla.assembly.Audience;
import nabla.assembly.ClaimReports;
import nabla.assembly.MeanConvention;
import nabla.assembly.NetworkNotes;
import nabla.assembly.NodeFormulas;
import nabla.assembly.Rules;
import nabla.assembly.SecondLook;
import nabla.check.CheckPrecision;
import nabla.check.NodeResult;
import nabla.check.KnownFacts;
import nabla.check.VerifiedGraph;
import nabla.claim.ClaimJudge;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.limit.Progress;
import nabla.model.Handwork;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.point.Points;
import nabla.report.Binding;
import nabla.report.ClaimReport;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.report.Report.Warning;
import nabla.report.RuleReport;
import nabla.report.WarningCode;
import nabla.simplify.Simplifier;
import nabla.simplify.Steps;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.syntax.Script;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;
import nabla.translate.Extent;
import nabla.translate.Options;
import nabla.translate.Translation;
import nabla.translate.Translator;
import nabla.verdict.Judgement;

/**
 * Checks texts: reads, evaluates, differentiates, verifies, reports. The entry point for programs that use nabla as a library.
 *
 * <pre>{@code
 * Report report = new Session(Settings.DEFAULT).check(new SourceText("mine", "z = x*y + x\nx = 1\ny = 2"));
 * }</pre>
 */
public final class Session {

    private final Settings settings;
    private final Path folder;
    private final Progress progress;
    private final Audience audience;

    /** Checks texts that read no files. */
    public Session(Settings settings) {
        this(settings, null);
    }

    /** Checks texts whose {@code csv} finds its files in a folder. */
    public Session(Settings settings, Path folder) {
        this(settings, folder, Progress.NONE);
    }

    /** The same, telling how far it has come. */
    public Session(Settings settings, Path folder, Progress progress) {
        this(settings, folder, progress, Audience.REPORT);
    }

    private Session(Settings settings, Path folder, Progress progress, Audience audience) {
        this.settings = settings;
        this.folder = folder;
        this.progress = progress;
        this.audience = audience;
    }

    /** Checks one text. Whatever is wrong with it is in the report; nothing is thrown for it. */
    public Report check(SourceText source) {
        KeptParts read = read(source);
        Model model = read.model();
        List<Diagnostic> diagnostics = new ArrayList<>(model.diagnostics());
        Optional.ofNullable(Extent.refusal(model)).ifPresent(diagnostics::add);
        read.handwork().forEach(handwork -> tooLarge(handwork).ifPresent(diagnostics::add));
        boolean bad = diagnostics.stream().anyMatch(Diagnostic::isError);
        boolean differentiated = model.root() != null && !model.leaves().stream().allMatch(Model.Leaf::constant);
        if (bad || !differentiated && model.claims().isEmpty() && read.handwork().isEmpty()) {
            if (!bad) {
                diagnostics.add(Diagnostic.error(null, "nothing to check: no definition with variables, and no claim",
                        "write for example \"z = x*y\" and \"x, y in R\""));
            }
            return Report.unread(source, model.seed(), diagnostics);
        }
        return checked(source, read, diagnostics);
    }

    /** Says so of an operation whose trials are, at its name. */
    private static Optional<Diagnostic> tooLarge(Handwork handwork) {
        return handwork.trials().stream().map(trial -> Extent.refusal(trial.model())).filter(Objects::nonNull).findFirst()
                .map(refusal -> Diagnostic.refusal(handwork.span(), "trials of " + handwork.name() + " with " + refusal.what(), refusal.hint()));
    }

    /** Of the trees only those of networks are kept: all those of a million lines are larger than their graph. */
    private record KeptParts(Model model, List<Handwork> handwork, List<Statement.Network> networks) { }

    private KeptParts read(SourceText source) {
        Script script = new Reader(Functions.names()).read(source);
        Translation translation = Translator.translation(script, options(false));
        return new KeptParts(translation.model(), translation.handwork(),
                script.statements().stream().filter(Statement.Network.class::isInstance).map(Statement.Network.class::cast).toList());
    }

    private Report checked(SourceText source, KeptParts read, List<Diagnostic> diagnostics) {
        Model model = read.model();
        CheckPrecision precision = new CheckPrecision(settings.tolerance(), settings.sample());
        Steps formulas = Steps.ofFormulas();
        Simplifier simplifier = KnownFacts.simplifier(model, formulas);
        List<Warning> warnings = new ArrayList<>();
        VerifiedGraph checked = model.root() == null ? null : new SecondLook(model, precision, progress).check(warnings);
        NodeFormulas shown = new NodeFormulas(simplifier, checked, model, settings.expand());
        List<Map<Input, Tensor>> points = checked == null ? Points.of(model, List.of()).text() : checked.points();
        NetworkNotes networks = new NetworkNotes(checked, read.networks());
        Rules handwork = new Rules(read.handwork(), precision);
        Assembly assembly = checked == null ? null : new Assembly(model, checked, shown, handwork, networks.layers());
        List<NodeReport> nodes = checked == null ? List.of() : assembly.nodes();
        List<NodeReport> verified = checked == null ? List.of() : assembly.verified(nodes);
        List<RuleReport> rules = handwork.reports(checked == null ? Map.of() : checked.faults());
        boolean slipped = rules.stream().anyMatch(RuleReport::isWrong);
        formulas.renew();
        List<ClaimReport> judged = withUnjudged(model, model.claims().isEmpty() ? List.of() : slipped ? truths(source)
                : claims(source, options(false), model, shown, points));
        boolean sampled = isSampled(model);
        if (sampled && checked != null && checked.unmet() != null) {
            String name = checked.names().of(checked.unmet());
            warnings.add(new Warning(WarningCode.DOMAIN, name, "no sampled point lies in the domain of " + checked.unmet().op().symbol() + " in " + name));
        }
        warnings.addAll(networks.warnings());
        List<List<Binding>> shownPoints = sampled ? points.stream().map(p -> ClaimReports.bindings(model.leaves(), p)).toList() : List.of();
        Apply output = (Apply) model.output();
        Report.Graph graph = new Report.Graph(output == null ? null : output.name(), output == null ? null : checked.first().of(output),
                output == null ? null : shown.definition(output), nodes, verified, shownPoints, checked == null ? 0 : assembly.operations());
        return new Report(new Report.Reading(source, diagnostics, null), model.seed(), status(checked, judged, rules), graph, judged, rules, warnings);
    }

    /** With the definitions that can only be meant as claims: they are open, as nothing has been verified of them. */
    private static List<ClaimReport> withUnjudged(Model model, List<ClaimReport> judged) {
        if (model.unjudged().isEmpty()) {
            return judged;
        }
        List<ClaimReport> all = new ArrayList<>(judged);
        model.unjudged().forEach(one -> all.add(ClaimReport.noted(one.span().line(), one.text(), Judgement.UNRESOLVED,
                "not judged, because it defines a name: did you mean " + one.meant() + "?")));
        all.sort(Comparator.comparingInt(ClaimReport::line));
        return all;
    }

    private List<ClaimReport> claims(SourceText source, Options options, Model model, NodeFormulas shown, List<Map<Input, Tensor>> points) {
        Points places = new Points(model, points);
        MeanConvention convention = MeanConvention.of(model, places, new ClaimJudge(model, places).judge(),
                m -> Translator.translate(new Reader(Functions.names()).read(source), options.leaving(m)));
        NodeFormulas how = convention.model() == model ? shown
                : new NodeFormulas(KnownFacts.simplifier(convention.model(), Steps.ofFormulas()), null, convention.model(), settings.expand());
        ClaimReports claims = ClaimReports.of(convention, how, audience);
        return convention.results().stream().map(claims::report).toList();
    }

    /**
     * What becomes of the claims where a rule written by hand is wrong: they are about the derivatives, which it does not give. These are
     * looked at for points and names; the gradients have been verified.
     */
    private List<ClaimReport> truths(SourceText source) {
        Model model = Translator.translate(new Reader(Functions.names()).read(source), options(true));
        VerifiedGraph checked = model.root() == null ? null
                : new SecondLook(model, new CheckPrecision(settings.tolerance(), 1), Progress.NONE).check(new ArrayList<>());
        Simplifier simplifier = KnownFacts.simplifier(model, Steps.ofFormulas());
        return claims(source, options(true), model, new NodeFormulas(simplifier, checked, model, settings.expand()), checked == null ? Points.of(model, List.of()).text() : checked.points());
    }

    private Options options(boolean derived) {
        return new Options(settings.seed(), settings.at(), settings.free(), folder, derived);
    }

    private static boolean isSampled(Model model) {
        return model.leaves().stream().anyMatch(leaf -> leaf.value() == null);
    }

    private static Status status(VerifiedGraph checked, List<ClaimReport> claims, List<RuleReport> rules) {
        Collection<NodeResult> results = checked == null ? List.of() : checked.results().values();
        boolean wrong = results.stream().anyMatch(NodeResult::isWrong)
                || claims.stream().anyMatch(c -> c.judgement() == Judgement.WRONG)
                || rules.stream().anyMatch(RuleReport::isWrong);
        boolean open = results.stream().anyMatch(NodeResult::isOpen) || rules.stream().anyMatch(rule -> rule.verdict().isOpen())
                || claims.stream().anyMatch(c -> c.judgement() == Judgement.UNRESOLVED);
        return wrong ? Status.WRONG : open ? Status.UNRESOLVED : Status.VERIFIED;
    }
}
