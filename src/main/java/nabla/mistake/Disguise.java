package nabla.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/**
 * Whether a point hides mistakes in the derivative by one node: every mistake of the tables is made at every place of the reverse pass,
 * and one that gives another derivative elsewhere has to give another one at the point too. Otherwise a wrong way leads to the right number.
 */
public final class Disguise {

    /** How far numbers are apart that three digits hardly tell apart. */
    private static final double ROUNDED = 0.002;

    private final Node truth;
    private final List<Node> wrong;
    private final Program program;

    /**
     * For the derivative of a scalar.
     *
     * @param root   the scalar that is differentiated
     * @param target the node it is differentiated by
     * @param others points with nothing special about them
     */
    public Disguise(Node root, Node target, List<Map<Input, Tensor>> others) {
        Backprop pass = new Backprop(root);
        this.truth = pass.gradient(target);
        List<Node> drafts = new ArrayList<>(wrong(pass, target, others));
        SteppedGraph parts = SteppedGraph.apart(root);
        if (parts.root() != root) {
            drafts.addAll(wrong(new Backprop(parts.root()), parts.of(target), others));
        }
        this.wrong = differing(drafts, others);
        List<Node> all = new ArrayList<>(wrong);
        all.add(truth);
        this.program = new Program(all);
    }

    private static List<Node> wrong(Backprop pass, Node target, List<Map<Input, Tensor>> others) {
        Node answer = pass.gradient(target);
        Naming naming = Naming.of(new Names(pass.order()));
        return new Question(naming, pass, target, answer, others, null, new SearchBudget(SearchBudget.LOOK)).candidates().stream()
                .filter(candidate -> candidate.answer() == answer).map(Candidate::given).toList();
    }

    /** Those that differ from the truth somewhere. */
    private List<Node> differing(List<Node> drafts, List<Map<Input, Tensor>> others) {
        List<Node> all = new ArrayList<>(drafts);
        all.add(truth);
        Program drafted = new Program(all);
        List<Values> values = others.stream().map(other -> Values.at(drafted, other)).toList();
        return drafts.stream().filter(draft -> values.stream().anyMatch(at -> !AnswerTolerance.NONE.isSame(at.of(draft), at.of(truth)))).toList();
    }

    /** Whether some mistake gives the right derivative at a point, or what three digits hardly tell from it. */
    public boolean hides(Map<Input, Tensor> point) {
        Values values = Values.at(program, point);
        Tensor right = values.of(truth);
        return wrong.stream().anyMatch(draft -> isRounded(values.of(draft), right));
    }

    private static boolean isRounded(Tensor draft, Tensor right) {
        boolean same = draft.shape().equals(right.shape());
        for (int k = 0; same && k < right.count(); k++) {
            same = Math.abs(draft.at(k) - right.at(k)) <= ROUNDED * Math.abs(right.at(k)) + AnswerTolerance.NONE.same() * right.largest();
        }
        return same;
    }
}
