package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/**
 * A wrong answer, and all mistakes that could have led to it.
 *
 * @param slack  how far the answer may be from what was meant; null if it is exact
 * @param budget of the search that it is part of
 */
record Question(Naming naming, Backprop pass, Node target, Node answer, List<Map<Input, Tensor>> points, AnswerTolerance slack, SearchBudget budget) {

    /** From the simplest to the less simple. */
    private static final List<List<Slip>> FAMILIES = List.of(ChainSlips.SCALES, PathSlips.STATISTICS, ClassifierSlips.TABLE, ActivationSlips.table(),
            MatrixSlips.TABLE, ChainSlips.TABLE, PathSlips.LOST, PathSlips.SIGNS, ChainSlips.OTHER, MatrixSlips.EARLIER, ChainSlips.EARLIER,
            PathSlips.SCALED);

    /** Beyond that many nodes, what explains the whole answer is explanation enough. */
    private static final int LARGE = 60;

    /** The mistakes that give the answer at all points. */
    List<Candidate> matches() {
        List<Candidate> simple = pass.order().size() > LARGE ? new Matches(points, allowed()).of(simple().candidates()) : List.of();
        return new AnswerContents(answer, points).of(simple.isEmpty() ? new Matches(points, allowed()).of(candidates()) : simple);
    }

    /** The changes of the answer that make it right at all points. */
    List<Candidate> edits() {
        Drafts drafts = new Drafts(answer, weight(), budget);
        Edits.slips(pass, target, naming, drafts);
        new StepSlips(pass, target, naming, drafts).slips();
        return new Matches(points, new AnswerTolerance(null, allowed().relative())).of(drafts.candidates());
    }

    private long weight() {
        return pass.order().stream().mapToLong(node -> node.shape().count() + 8).sum();
    }

    private AnswerTolerance allowed() {
        return slack == null ? AnswerTolerance.NONE : slack;
    }

    /** All mistakes that are thought of. */
    List<Candidate> candidates() {
        Drafts drafts = simple();
        WholeAnswerSlips whole = new WholeAnswerSlips(pass, target, naming);
        Optional<GradientRatio> ratio = ratio(pass.gradient(target));
        drafts.at(Rank.INNER);
        whole.mean(drafts);
        drafts.at(Rank.SHAPE);
        whole.shapes(drafts);
        new PenaltySlips(pass, target, naming, points).slips(drafts);
        if (ratio.isEmpty()) {
            new LabelSlips(pass, target, naming, points).slips(drafts);
        }
        drafts.at(Rank.SHAPE);
        new EntryOrderSlips(pass.gradient(target), points).slips(drafts);
        drafts.at(Rank.FAMILY + FAMILIES.indexOf(PathSlips.LOST));
        new HandoverSlips(pass, target, naming).slips(drafts);
        edges(drafts);
        new RepeatedSlip(pass, target, naming).slips(drafts, FAMILIES, Rank.FAMILY);
        drafts.at(Rank.VAGUE);
        whole.value(drafts);
        new StatisticsSlips(pass, target, naming).slips(drafts);
        new NodeSlips(pass, target, naming).slips(drafts);
        new NeighbourSlips(pass, target, naming).slips(drafts);
        whole.other(drafts);
        new CalculusSlips(pass, target, naming).slips(drafts);
        return drafts.candidates();
    }

    /** Those that show on the whole answer: nothing, the sign, the transpose, a factor. */
    private Drafts simple() {
        Drafts drafts = new Drafts(answer, weight(), budget);
        new WholeAnswerSlips(pass, target, naming).simplest(drafts);
        ratio(pass.gradient(target)).ifPresent(constant -> constant.explain(pass, drafts));
        return drafts;
    }

    private void edges(Drafts drafts) {
        boolean misshapen = !drafts.answer().shape().equals(target.shape());
        for (Edge edge : Edge.of(pass, List.of(target))) {
            for (int rank = 0; rank < FAMILIES.size() && !drafts.isFull(); rank++) {
                drafts.at(rank == 0 ? Rank.INNER : rank + Rank.FAMILY);
                for (Slip slip : FAMILIES.get(rank)) {
                    // Nobody uses the quotient rule inside an operation of the language.
                    if (slip.codes().equals(Codes.of(QUOTIENT_SIGN)) && naming.isPart(edge.use())) {
                        continue;
                    }
                    slip.terms().apply(edge).map(term -> misshapen ? edge.alone(term, target) : edge.contributing(term, target))
                            .forEach(gradient -> drafts.add(slip, edge, naming, gradient));
                }
            }
        }
    }

    private Optional<GradientRatio> ratio(Node truth) {
        return Optional.ofNullable(new ValueComparison(points).ratio(answer, truth, allowed().same()));
    }
}
