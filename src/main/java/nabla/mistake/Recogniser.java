package nabla.mistake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.report.Report.Mistake;

/**
 * Finds out which mistake a wrong derivative is: makes every mistake of the tables at every place of the reverse pass, one at a time,
 * and sees which of them gives the answer at all points. Mistakes that give the same formula are reported together.
 */
public final class Recogniser {

    private static final int MOST = 3;
    private static final List<List<Slip>> FAMILIES = List.of(ClassifierSlips.TABLE, ActivationSlips.TABLE, MatrixSlips.TABLE,
            ChainSlips.TABLE, PathSlips.LOST, ChainSlips.OTHER, PathSlips.SCALED);

    /** The rank of what is as simple as something else at one use. */
    private static final int AFTER_PATHS = FAMILIES.indexOf(ChainSlips.OTHER) + 3;

    private final Naming naming;

    /** Calls nodes by the names of a report. */
    public Recogniser(Names names) {
        this.naming = new Naming(names);
    }

    /**
     * The mistake in an answer.
     *
     * @param root   the scalar that is differentiated
     * @param target the node it is differentiated by
     * @param answer what was given as the gradient; may have the wrong shape
     * @param points where the two are known to differ or may be compared; several tell more
     */
    public Optional<Mistake> recognise(Node root, Node target, Node answer, List<Map<Input, Matrix>> points) {
        return recognise(root, target, answer, points, null);
    }

    /** The same for an answer written with few digits; {@code slack} is how far each entry may be from what was meant. */
    public Optional<Mistake> recognise(Node root, Node target, Node answer, List<Map<Input, Matrix>> points, double[] slack) {
        if (!root.shape().isScalar()) {
            return Rows.of(root, target, answer, points).flatMap(rows -> recognise(rows.root(), target, rows.answer(), rows.points(), null));
        }
        Backprop pass = new Backprop(root);
        long weight = pass.order().stream().mapToLong(node -> node.shape().count() + 8).sum();
        Drafts drafts = new Drafts(answer, weight);
        Whole whole = new Whole(pass, target, naming);
        whole.simplest(drafts);
        drafts.next();
        Node truth = pass.gradient(target);
        Optional<Ratio> ratio = ratio(truth, answer, points);
        ratio.ifPresent(constant -> constant.explain(pass, drafts));
        drafts.at(2);
        whole.shapes(drafts);
        whole.penalties(drafts);
        if (ratio.isEmpty()) {
            whole.probabilities(drafts);
        }
        edges(pass, target, drafts);
        drafts.at(AFTER_PATHS);
        new Nodes(pass, target, naming).slips(drafts);
        whole.other(drafts);
        new Calculus(pass, target, naming).slips(drafts);
        return report(new Matches(points, slack).of(drafts.candidates()));
    }

    /** Whether two nodes of one shape are equal at all points. */
    public static boolean same(Node a, Node b, List<Map<Input, Matrix>> points) {
        Candidate candidate = new Candidate(0, List.of(), "", a, b);
        return a.shape().equals(b.shape()) && !new Matches(points, null).of(List.of(candidate)).isEmpty();
    }

    private void edges(Backprop pass, Node target, Drafts drafts) {
        boolean misshapen = !drafts.answer().shape().equals(target.shape());
        for (Edge edge : pass.edges(List.of(target))) {
            for (int rank = 0; rank < FAMILIES.size() && !drafts.isFull(); rank++) {
                drafts.at(rank + 3);
                for (Slip slip : FAMILIES.get(rank)) {
                    String message = naming.sentence(slip.sentence(), edge);
                    slip.terms().apply(edge).forEach(term -> drafts.add(slip.codes(), message, misshapen ? edge.alone(term, target)
                            : edge.contributing(term, target)));
                }
            }
        }
    }

    private static Optional<Ratio> ratio(Node truth, Node answer, List<Map<Input, Matrix>> points) {
        if (!truth.shape().equals(answer.shape())) {
            return Optional.empty();
        }
        Tape tape = new Tape(List.of(truth, answer));
        List<Matrix> truths = new ArrayList<>();
        List<Matrix> answers = new ArrayList<>();
        for (Map<Input, Matrix> point : points) {
            Values values = Values.at(tape, point);
            truths.add(values.of(truth));
            answers.add(values.of(answer));
        }
        return Optional.ofNullable(Ratio.of(answers, truths));
    }

    private static Optional<Mistake> report(List<Candidate> matches) {
        Set<String> codes = new LinkedHashSet<>();
        List<String> messages = new ArrayList<>();
        for (Candidate match : matches.stream().sorted(Comparator.comparingInt(Candidate::rank)).toList()) {
            if (codes.size() < MOST && !codes.contains(match.codes().get(0))) {
                match.codes().stream().limit(MOST - codes.size()).forEach(codes::add);
                messages.add(match.message());
            }
        }
        String message = messages.size() == 1 ? messages.get(0) : "either " + String.join("; or ", messages);
        return codes.isEmpty() ? Optional.empty() : Optional.of(new Mistake(List.copyOf(codes), message));
    }
}
