package nabla.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.mistake.Coverage;
import nabla.mistake.Exposure;
import nabla.model.Domain;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.model.QuestionTarget;
import nabla.report.TextGrid;
import nabla.source.SourceText;
import nabla.syntax.Statement.Form;
import nabla.tensor.Tensor;

/**
 * What a teacher should know of a problem before it is handed out: whether its own solution earns all the points, and which mistakes the
 * numbers of the problem cannot show. A number is judged at those alone; a formula at further points too, where nothing is hidden.
 */
public final class Lint {

    private static final int OTHERS = 4;
    private static final int TRIED = 12;
    private static final int SHOWN = 4;
    private static final double GRID = 10;
    private static final int LITERAL = 100_000;
    private static final int DIGITS = 15;

    private final Assignment assignment;
    private final Model model;
    private final List<String> lines = new ArrayList<>();
    private boolean sound = true;

    public Lint(Assignment assignment) {
        this.assignment = assignment;
        this.model = assignment.problem().model();
    }

    /** The findings, a line each. */
    public List<String> lines() {
        List<QuestionTarget> questions = assignment.problem().questions();
        List<QuestionTarget> hiding = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Item item = assignment.items().get(i);
            lines.add(item.title() + ", " + Wording.points(item.points()) + (item.points() == 1 ? " point" : " points"));
            boolean valued = has(questions.get(i), here());
            if (!valued) {
                missing(questions.get(i));
            } else {
                solve(questions.get(i), item);
            }
            if (valued ? cover(questions.get(i)) : questions.get(i).isDerivative()) {
                hiding.add(questions.get(i));
            }
        }
        Values values = Values.at(new Program(model.definitions()), here());
        model.definitions().stream().filter(node -> !values.of(node).isFinite()).forEach(node -> {
            lines.add(node.name() + " has no value at the numbers of the problem");
            sound = false;
        });
        propose(hiding);
        return lines;
    }

    /** Whether every question that could be answered is answered by its solution, and no number hides a mistake. */
    public boolean isSound() {
        return sound;
    }

    /** Whether what is asked about has a value at a point, and so has the answer. */
    private static boolean has(QuestionTarget asked, Map<Input, Tensor> point) {
        List<Node> nodes = Stream.of(asked.of(), asked.truth()).filter(Objects::nonNull).toList();
        Values values = Values.at(new Program(nodes), point);
        return nodes.stream().allMatch(node -> values.of(node).isFinite());
    }

    /** Says which it is that has no value: an answer about it would be judged by nothing. */
    private void missing(QuestionTarget asked) {
        boolean of = asked.of() != null && !Values.of(asked.of(), here()).isFinite();
        String what = of ? new Names(Topology.order(List.of(asked.of()))).of(asked.of()) : asked.target();
        lines.add("  " + what + " has no value at the numbers of the problem: somewhere they leave the domain of a function, or divide by zero");
        sound = false;
    }

    private void solve(QuestionTarget asked, Item item) {
        if (asked.isOperation()) {
            boolean given = assignment.problem().handwork().stream().anyMatch(handwork -> handwork.name().equals(asked.target()));
            lines.add(given ? "  its forward pass is given, so what is handed in is compared with it"
                    : "  the problem has no op " + asked.target() + ": what is handed in is compared with its own forward pass only");
            sound &= given;
            return;
        }
        String solution = solution(asked);
        if (solution == null) {
            lines.add("  the solution is too long to be tried as an answer");
            return;
        }
        SourceText text = new SourceText("solution", '"' + asked.label() + "\" = " + solution);
        Submission submission = new Submission(new Learner("solution", ""), "solution", text, Map.of(), null);
        Mark mark = assignment.mark(submission, Duration.ofMinutes(1)).marks().get(assignment.items().indexOf(item));
        boolean full = mark.isFull();
        sound &= full;
        lines.add(full ? "  answered by nabla's own solution: all the points" : "  NOT answered by nabla's own solution, " + solution + ": "
                + new Wording(true).verdict(mark) + String.join("; ", mark.remarks()));
    }

    private String solution(QuestionTarget asked) {
        boolean value = asked.question().form() == Form.VALUE || !asked.isDerivative() && asked.question().form() != Form.FORMULA;
        if (!value) {
            String formula = assignment.scheme().solution(asked);
            return formula.isEmpty() ? null : formula;
        }
        if (model.leaves().stream().anyMatch(leaf -> leaf.value() == null)) {
            lines.add("  a value is asked for, and inputs of the problem are drawn at random: give them values");
            sound = false;
            return null;
        }
        Tensor number = Values.of(asked.truth(), assignment.scheme().examiner().points().text().get(0));
        return TextGrid.inline(number, LITERAL, DIGITS);
    }

    /** Whether the numbers of the problem hide mistakes in this question, where an answer may be a number. */
    private boolean cover(QuestionTarget asked) {
        boolean scalar = asked.isDerivative() && asked.of().shape().isScalar();
        if (!scalar || Exposure.isTooLarge(asked.of())) {
            lines.add(scalar ? "  too large to try every mistake" : "  no derivative of a number: mistakes are not tried");
            return false;
        }
        Coverage.PointCoverage shown = coverage(asked).at(List.of(here())).get(0);
        boolean numbers = asked.question().form() != Form.FORMULA;
        int seen = shown.mistakes() - shown.hidden().size();
        lines.add("  at the numbers of the problem " + seen + " of " + shown.mistakes() + " usual mistakes show"
                + (numbers || shown.hidden().isEmpty() ? "" : "; a formula is judged at other points too, where all do"));
        shown.hidden().stream().limit(SHOWN).forEach(hidden -> lines.add("    hidden  " + hidden));
        if (shown.hidden().size() > SHOWN) {
            lines.add("    and " + (shown.hidden().size() - SHOWN) + " more");
        }
        boolean hides = numbers && !shown.hidden().isEmpty();
        sound &= !hides;
        return hides;
    }

    private Coverage coverage(QuestionTarget asked) {
        Names names = new Names(Topology.order(List.of(asked.of())));
        return new Coverage(asked.of(), asked.by(), names, assignment.scheme().examiner().points().further(OTHERS));
    }

    private Map<Input, Tensor> here() {
        return assignment.scheme().examiner().points().text().get(0);
    }

    /** Other numbers, at which less is hidden. */
    private void propose(List<QuestionTarget> hiding) {
        if (hiding.isEmpty() || model.leaves().stream().anyMatch(leaf -> leaf.value() == null)) {
            return;
        }
        List<Map<Input, Tensor>> tried = new ArrayList<>(List.of(here()));
        assignment.scheme().examiner().points().further(TRIED).stream().map(this::rounded).filter(this::hasAll).forEach(tried::add);
        int[] hidden = new int[tried.size()];
        for (QuestionTarget asked : hiding) {
            List<Coverage.PointCoverage> shown = coverage(asked).at(tried);
            for (int k = 0; k < hidden.length; k++) {
                hidden[k] += shown.get(k).hidden().size();
            }
        }
        boolean valued = hasAll(here());
        int best = valued || tried.size() == 1 ? 0 : 1;
        for (int k = 1; k < hidden.length; k++) {
            best = hidden[k] < hidden[best] ? k : best;
        }
        if (best > 0) {
            lines.add("");
            String less = valued ? "less is hidden (" + hidden[best] + " instead of " + hidden[0] + ") at" : "everything has a value at";
            lines.add(hidden[best] == 0 ? "nothing is hidden at" : less);
            for (Leaf leaf : model.leaves()) {
                if (!leaf.domain().isFixed()) {
                    String value = TextGrid.inline(tried.get(best).get(leaf.node()), LITERAL, DIGITS);
                    lines.add("  " + leaf.node().name() + " = " + value);
                }
            }
        }
    }

    private boolean hasAll(Map<Input, Tensor> point) {
        return assignment.problem().questions().stream().allMatch(asked -> has(asked, point));
    }

    /** To one decimal, as a teacher would write it. */
    private Map<Input, Tensor> rounded(Map<Input, Tensor> point) {
        Map<Input, Tensor> rounded = new IdentityHashMap<>();
        for (Leaf leaf : model.leaves()) {
            Tensor value = point.get(leaf.node());
            rounded.put(leaf.node(), leaf.domain() instanceof Domain.Interval
                    ? Tensor.of(value.shape(), k -> Math.rint(value.at(k) * GRID) / GRID) : value);
        }
        return rounded;
    }
}
