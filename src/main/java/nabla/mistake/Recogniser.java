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

    /** What says no more than that the sign is wrong, where that is all that is wrong with the answer. */
    private static final Set<String> SAME_AS_SIGN = Set.of("lost-upstream", "value", "power-rule", "zero");

    /** The same for 1/m. */
    private static final Set<String> SAME_AS_MEAN = Set.of("lost-link", "lost-upstream", "lost-path", "value", "other-variable",
            "power-rule",
            "zero", "lost-activation");

    private final Names names;

    /** Calls nodes by the names of a report. */
    public Recogniser(Names names) {
        this.names = names;
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
        return recognise(root, target, answer, points, slack, 0);
    }

    /** The same for an answer that may deviate by so much relative to its largest entry. */
    public Optional<Mistake> recognise(Node root, Node target, Node answer, List<Map<Input, Matrix>> points, double[] entries,
            double relative) {
        Slack slack = new Slack(entries, relative);
        if (!root.shape().isScalar()) {
            return Jacobian.of(root, target, answer, points)
                    .flatMap(scalar -> recognise(scalar.root(), target, scalar.answer(), scalar.points(), null, relative));
        }
        List<Candidate> matches = new ArrayList<>(new Question(new Naming(names, Map.of()), new Backprop(root), target, answer, points,
                slack).matches());
        Parts parts = Parts.apart(root);
        if (parts.root() != root && matches.stream().noneMatch(match -> match.rank() <= 1)) {
            Naming naming = new Naming(names, parts.origins());
            matches.addAll(new Question(naming, new Backprop(parts.root()), parts.of(target), answer, points, slack).matches());
        }
        return report(matches);
    }

    /** Whether two nodes of one shape are equal at all points. */
    public static boolean same(Node a, Node b, List<Map<Input, Matrix>> points) {
        Candidate candidate = new Candidate(0, List.of(), () -> "", a, b);
        return a.shape().equals(b.shape()) && !new Matches(points, Slack.NONE).of(List.of(candidate)).isEmpty();
    }

    private static Optional<Mistake> report(List<Candidate> matches) {
        Set<String> codes = new LinkedHashSet<>();
        List<String> messages = new ArrayList<>();
        for (Candidate match : told(matches)) {
            if (codes.size() < MOST && !codes.contains(match.codes().get(0))) {
                match.codes().stream().limit(MOST - codes.size()).forEach(codes::add);
                messages.add(match.message().get());
            }
        }
        String message = messages.size() == 1 ? messages.get(0) : "either " + String.join("; or ", messages);
        return codes.isEmpty() ? Optional.empty() : Optional.of(new Mistake(List.copyOf(codes), message));
    }

    /** The simplest first, without those that only say where a wrong sign or a missing 1/m may come from. */
    private static List<Candidate> told(List<Candidate> matches) {
        boolean sign = matches.stream().anyMatch(match -> match.rank() == 0 && match.codes().get(0).equals("sign"));
        boolean mean = matches.stream().anyMatch(match -> match.codes().get(0).equals("mean"));
        Set<String> same = mean ? SAME_AS_MEAN : sign ? SAME_AS_SIGN : Set.of();
        return matches.stream().filter(match -> !same.contains(match.codes().get(0))).sorted(Comparator.comparingInt(Candidate::rank))
                .toList();
    }
}
