package nabla.mistake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/**
 * Which of the mistakes that can be made in a derivative a point shows: those that give another answer there than the right one.
 *
 * @param root   the scalar that is differentiated
 * @param target the node it is differentiated by
 * @param others points with nothing special about them; what differs at none of them is no mistake
 */
public record Coverage(Node root, Node target, Names names, List<Map<Input, Tensor>> others) {

    /**
     * What a point shows.
     *
     * @param mistakes how many there are
     * @param hidden   those it does not show, as {@code code: what it is}
     */
    public record PointCoverage(int mistakes, List<String> hidden) { }

    /** What each of some points shows. */
    public List<PointCoverage> at(List<Map<Input, Tensor>> points) {
        Backprop pass = new Backprop(root);
        Node truth = pass.gradient(target);
        List<Candidate> candidates = new Question(Naming.of(names), pass, target, truth, others, null, new SearchBudget(SearchBudget.LOOK)).candidates().stream()
                .filter(candidate -> candidate.given().shape().equals(candidate.answer().shape())).toList();
        Program program = new Program(candidates.stream().flatMap(c -> Stream.of(c.given(), c.answer())).toList());
        boolean[] real = differing(candidates, program, others);
        List<PointCoverage> shown = new ArrayList<>();
        for (Map<Input, Tensor> point : points) {
            boolean[] seen = differing(candidates, program, List.of(point));
            Set<String> told = new HashSet<>();
            List<String> hidden = new ArrayList<>();
            for (int i = 0; i < real.length; i++) {
                String text = real[i] ? candidates.get(i).codes() + ": " + candidates.get(i).message().get() : null;
                if (real[i] && told.add(text) && !seen[i]) {
                    hidden.add(text);
                }
            }
            shown.add(new PointCoverage(told.size(), hidden));
        }
        return shown;
    }

    private static boolean[] differing(List<Candidate> candidates, Program program, List<Map<Input, Tensor>> points) {
        boolean[] differing = new boolean[candidates.size()];
        for (Map<Input, Tensor> point : points) {
            Values values = Values.at(program, point);
            for (int i = 0; i < differing.length; i++) {
                differing[i] |= !AnswerTolerance.NONE.isSame(values.of(candidates.get(i).given()), values.of(candidates.get(i).answer()));
            }
        }
        return differing;
    }
}
