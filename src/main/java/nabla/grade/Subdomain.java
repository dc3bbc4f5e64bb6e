package nabla.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.mistake.Exposure;
import nabla.report.Report.Judgement;
import nabla.session.Examiner;
import nabla.translate.Model;
import nabla.translate.Model.Claim;
import nabla.translate.Model.Leaf;

/** Where a wrong formula is right after all: where an input, or the difference of two, is positive or negative. */
record Subdomain(Model model, Examiner examiner) {

    private static final int POINTS = 40;
    private static final int LEAST = 4;

    private record Condition(String text, Predicate<Map<Input, Matrix>> holds) { }

    /** {@code where x > 0}; null where there is no such part. */
    String of(Claim claim) {
        if (model.root() == null || Exposure.isTooLarge(model.root())) {
            return null;
        }
        List<Map<Input, Matrix>> points = examiner.points().further(POINTS).stream().filter(point -> isFinite(claim.truth(), point)).toList();
        List<Map<Input, Matrix>> right = points.stream().filter(point -> examiner.judge(claim, point) == Judgement.RIGHT).toList();
        List<Map<Input, Matrix>> wrong = points.stream().filter(point -> !right.contains(point)).toList();
        if (right.size() < LEAST || wrong.size() < LEAST) {
            return null;
        }
        for (Condition condition : conditions()) {
            if (right.stream().allMatch(condition.holds) && wrong.stream().noneMatch(condition.holds)) {
                boolean undefined = wrong.stream().noneMatch(point -> isFinite(claim.answer(), point));
                return "where " + condition.text + (undefined ? "; elsewhere it has no value" : "");
            }
        }
        return wrong.stream().noneMatch(point -> isFinite(claim.answer(), point)) ? "where it has a value" : null;
    }

    private static boolean isFinite(Node node, Map<Input, Matrix> point) {
        return Values.at(new Tape(List.of(node)), point).of(node).isFinite();
    }

    private List<Condition> conditions() {
        List<Input> scalars = model.leaves().stream().map(Leaf::node).filter(input -> input.shape().isScalar()).toList();
        List<Condition> conditions = new ArrayList<>();
        for (Input input : scalars) {
            conditions.add(new Condition(input.name() + " > 0", point -> point.get(input).at(0) > 0));
            conditions.add(new Condition(input.name() + " < 0", point -> point.get(input).at(0) < 0));
        }
        for (Input a : scalars) {
            for (Input b : scalars) {
                if (a != b) {
                    conditions.add(new Condition(a.name() + " > " + b.name(), point -> point.get(a).at(0) > point.get(b).at(0)));
                }
            }
        }
        for (Node node : model.definitions()) {
            if (node.shape().isScalar()) {
                conditions.add(new Condition(node.name() + " > 0", point -> at(node, point) > 0));
                conditions.add(new Condition(node.name() + " < 0", point -> at(node, point) < 0));
            }
        }
        return conditions;
    }

    private static double at(Node node, Map<Input, Matrix> point) {
        return Values.at(new Tape(List.of(node)), point).of(node).at(0);
    }
}
