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
import nabla.op.Algebra;
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

    /** The same for an answer that is 0 everywhere. */
    private static final Set<String> SAME_AS_ZERO = Set.of("lost-path", "value", "grad-for-value");

    private final Names names;

    /** Calls nodes by the names of a report. */
    public Recogniser(Names names) {
        this.names = names;
    }

    /**
     * The mistake in an answer.
     *
     * @param root   what is differentiated; where it is no scalar the answer is one for the Jacobian
     * @param target the node it is differentiated by
     * @param answer what was given as the gradient; may have the wrong shape
     * @param points where the two are known to differ or may be compared; several tell more
     */
    public Optional<Mistake> recognise(Node root, Node target, Node answer, List<Map<Input, Matrix>> points) {
        return recognise(root, null, target, answer, points, null);
    }

    /**
     * The same for a gradient from above, and for an answer written with few digits.
     *
     * @param seed  the gradient with respect to the root; null for none
     * @param slack how far each entry may be from what was meant; null if it is exact
     */
    public Optional<Mistake> recognise(Node root, Node seed, Node target, Node answer, List<Map<Input, Matrix>> points, double[] slack) {
        if (seed == null && !root.shape().isScalar()) {
            return Jacobian.of(root, target, answer, points).flatMap(asked -> recognise(root, target, asked));
        }
        Node from = seed == null ? Algebra.ones(root.shape()) : seed;
        List<Candidate> matches = new ArrayList<>(new Question(new Naming(names, Map.of()), new Backprop(root, from), target, answer, points,
                slack).matches());
        Parts parts = Parts.apart(root);
        // That another slope was used says less than which part of the right one is missing.
        if (parts.root() != root && matches.stream().allMatch(match -> match.codes().contains("activation-at"))) {
            Naming naming = new Naming(names, parts.origins());
            matches.addAll(new Question(naming, new Backprop(parts.root(), from), parts.of(target), answer, points, slack).matches());
        }
        return report(matches);
    }

    private Optional<Mistake> recognise(Node root, Node target, Jacobian asked) {
        Node truth = new Backprop(root, asked.seed()).gradient(target);
        if (asked.turned() != null && same(truth, asked.turned(), asked.points())) {
            return Optional.of(new Mistake(List.of("transpose"), "the answer is the transpose of the Jacobian: row i belongs to entry i of what is differentiated"));
        }
        return recognise(root, asked.seed(), target, asked.answer(), asked.points(), null);
    }

    /** Whether two nodes of one shape are equal at all points. */
    public static boolean same(Node a, Node b, List<Map<Input, Matrix>> points) {
        Candidate candidate = new Candidate(0, List.of(), () -> "", a, b);
        return a.shape().equals(b.shape()) && !new Matches(points, null).of(List.of(candidate)).isEmpty();
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
        boolean zero = matches.stream().anyMatch(match -> match.codes().get(0).equals("zero"));
        Set<String> same = zero ? SAME_AS_ZERO : mean ? SAME_AS_MEAN : sign ? SAME_AS_SIGN : Set.of();
        return matches.stream().filter(match -> !same.contains(match.codes().get(0))).sorted(Comparator.comparingInt(Candidate::rank))
                .toList();
    }
}
