package nabla.exercise;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.mistake.Exposure;
import nabla.model.Model;
import nabla.point.PointSampler;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.report.WarningCode;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;

/** Looks at an exercise from outside: nabla checks its text, with its answer as a formula and as a number for claims. */
record Examination(Exercise exercise) {

    /** What is wrong with it; nothing, if it is as it should be. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        String claims = exercise.target() + " = " + exercise.answer() + "\n" + exercise.target() + " = " + number() + "\n";
        Report report = new Session(Settings.DEFAULT).check(new SourceText("exercise", exercise.text() + claims));
        check(faults, report.status() == Report.Status.VERIFIED, "not verified: " + report.diagnostics() + report.claims());
        check(faults, report.claims().stream().allMatch(claim -> claim.judgement() == Judgement.RIGHT), "its answer is wrong: " + claims);
        NodeReport node = report.nodes().stream().filter(n -> n.name().equals(exercise.by())).findFirst().orElse(null);
        check(faults, node != null && node.verdict() instanceof Verdict.Agreement, "differences do not agree");
        check(faults, Symbols.count(exercise.answer()) <= exercise.level().longest(), "longer than its level allows: " + Symbols.count(exercise.answer()));
        check(faults, exercise.value().isFinite() && exercise.value().largest() >= 0.01, "a trivial value");
        check(faults, !isTrivial(exercise.answer().replaceFirst("^-", "")), "a trivial formula");
        faults.addAll(hidden());
        return faults;
    }

    /** A number, a leaf, or a factor of the output itself: dz/dx = v of z = v*x. */
    private boolean isTrivial(String answer) {
        String output = exercise.lines().stream().filter(line -> line.startsWith(exercise.of() + " = ")).findFirst().orElse("");
        boolean leaf = AnswerWorking.of(exercise).model().leaves().stream().anyMatch(each -> answer.equals(each.node().name()));
        boolean name = answer.matches("[a-zA-Z0-9]+");
        return answer.matches("[0-9.]+") || leaf || name && output.endsWith(" = " + exercise.by() + "*" + answer)
                || name && output.endsWith(" = " + answer + "*" + exercise.by());
    }

    private void check(List<String> faults, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise + " in " + exercise.text());
        }
    }

    /** The value with four digits, as a pupil with a calculator writes it. */
    private String number() {
        return Solution.literal(exercise.value());
    }

    /** Mistakes that do not show at its point. That a mean over one example cannot be forgotten is no fault: there is none to forget. */
    private List<String> hidden() {
        Model model = AnswerWorking.of(exercise).model();
        List<Node> order = Topology.order(List.of(model.root()));
        Node by = order.stream().filter(node -> exercise.by().equals(node.name())).findFirst().orElseThrow();
        Map<Input, Tensor> point = new IdentityHashMap<>();
        model.leaves().forEach(leaf -> point.put(leaf.node(), leaf.value()));
        PointSampler sampler = new PointSampler(model.leaves(), List.of(model.root()));
        List<Map<Input, Tensor>> others = List.of(sampler.another(101).point(), sampler.another(102).point());
        return Exposure.of(model.root(), List.of(by), point, others, new Names(order)).stream()
                .filter(warning -> warning.code() != WarningCode.SINGLE_EXAMPLE).map(warning -> warning.message() + " in " + exercise.text()).toList();
    }
}
