package nabla.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nabla.backward.Gradients;
import nabla.derive.Deriver;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.mistake.Disguise;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.point.PointSampler;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.tensor.Tensor;
import nabla.translate.Options;
import nabla.translate.Translator;

/** Makes an exercise of a draft: works the answer out, and looks for a point at which it can be told from typical mistakes. */
final class ExerciseMaker {

    private static final int POINTS = 12;
    private static final int OTHERS = 5;
    private static final double SMALLEST = 0.01;
    private static final double TINY = 0.001;
    private static final double NOTHING = 1e-12;
    private static final double LARGEST = 500;
    private static final double KINK = 1e-9;

    private final ExerciseDraft draft;
    private final Level level;

    ExerciseMaker(ExerciseDraft draft, Level level) {
        this.draft = draft;
        this.level = level;
    }

    /** What an exercise adds to its draft. */
    record Answer(List<String> lines, Formula formula, Tensor value) { }

    /** The answer at a point that is drawn; empty where it is too long, trivial, or no point drawn is good. */
    Optional<Answer> answer(Dice dice) {
        Model model = model(draw(dice));
        Node by = named(model, draft.by());
        Node truth = Gradients.of(model.root(), by);
        Formula formula = new Deriver(model).formula(model.output(), by);
        if (!isFit(formula, truth.name() != null)) {
            return Optional.empty();
        }
        Disguise disguise = new Disguise(model.root(), by, others(model));
        List<Node> kinks = kinks(model.root());
        List<Node> watched = new ArrayList<>(kinks);
        watched.addAll(List.of(model.root(), truth));
        Program program = new Program(watched);
        for (int k = 0; k < POINTS; k++) {
            Map<String, Tensor> drawn = draw(dice);
            Map<Input, Tensor> point = new IdentityHashMap<>();
            model.leaves().forEach(leaf -> point.put(leaf.node(), drawn.get(leaf.node().name())));
            Values values = Values.at(program, point);
            // A matrix of zeros hides what it is multiplied by.
            boolean nothing = drawn.values().stream().anyMatch(value -> value.count() > 1 && value.largest() == 0);
            if (!nothing && isFriendly(values, model.root()) && isTelling(values.of(truth))
                    && kinks.stream().noneMatch(kink -> hasZero(values.of(kink))) && !disguise.hides(point)) {
                return Optional.of(new Answer(draft.lines(drawn), formula, values.of(truth)));
            }
        }
        return Optional.empty();
    }

    /** Whether there is a formula, neither trivial nor too long. */
    private boolean isFit(Formula formula, boolean named) {
        return formula != null && !isTrivial(formula, named) && Symbols.count(TextFormula.text(formula)) <= level.longest();
    }

    private Map<String, Tensor> draw(Dice dice) {
        Map<String, Tensor> values = new HashMap<>();
        draft.givens().forEach(given -> values.put(given.name(), given.draw(dice)));
        return values;
    }

    /** The meaning of the text at some point: the graph is the same at all. */
    private Model model(Map<String, Tensor> values) {
        String text = String.join("\n", draft.lines(values));
        Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("exercise", text)), Options.NONE);
        boolean bad = model.diagnostics().stream().anyMatch(Diagnostic::isError);
        if (bad || model.output() == null || !model.output().shape().isScalar() || !draft.of().equals(model.output().name())) {
            throw new IllegalStateException("no exercise: " + text + " " + model.diagnostics());
        }
        return model;
    }

    private static Node named(Model model, String name) {
        return Topology.order(List.of(model.root())).stream().filter(node -> name.equals(node.name())).findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name));
    }

    private static List<Map<Input, Tensor>> others(Model model) {
        PointSampler sampler = new PointSampler(model.leaves(), List.of(model.root()));
        List<Map<Input, Tensor>> others = new ArrayList<>();
        for (int k = 0; k < OTHERS; k++) {
            others.add(sampler.another(k).point());
        }
        return others;
    }

    /** A name is no answer, unless it is one that much had to cancel for: {@code dL/dz = p}. */
    private boolean isTrivial(Formula formula, boolean named) {
        Formula bare = formula instanceof Formula.Negation negative ? negative.operand() : formula;
        boolean leaf = draft.givens().stream().anyMatch(given -> bare.equals(Formula.name(given.name())));
        return bare instanceof Formula.Number || bare instanceof Formula.Blocks || bare instanceof Formula.Name && (named || leaf);
    }

    /** What must not be 0: there a derivative is a matter of convention. */
    private static List<Node> kinks(Node root) {
        return Topology.order(List.of(root)).stream().filter(Apply.class::isInstance).map(Apply.class::cast)
                .flatMap(use -> use.op().guards(use).stream())
                .filter(guard -> guard.kind() == Guard.Kind.KINK || guard.kind() == Guard.Kind.JUMP).map(Guard::distance).toList();
    }

    private static boolean hasZero(Tensor values) {
        return Arrays.stream(values.data()).anyMatch(value -> Math.abs(value) < KINK);
    }

    /** Whether every number on the way is one that can be worked with. */
    private static boolean isFriendly(Values values, Node root) {
        return Topology.order(List.of(root)).stream().allMatch(node -> {
            Tensor value = values.of(node);
            return value.isFinite() && value.largest() <= LARGEST;
        });
    }

    /**
     * Whether the answer says something: no entry is so small that it can hardly be rounded, not most are near 0, and they are not all the
     * same.
     */
    private static boolean isTelling(Tensor value) {
        if (!value.isFinite() || value.largest() > LARGEST || value.largest() < SMALLEST
                || value.count() > 1 && Arrays.stream(value.data()).allMatch(entry -> Math.abs(entry - value.at(0)) < SMALLEST)) {
            return false;
        }
        int zeros = 0;
        boolean small = false;
        for (double entry : value.data()) {
            zeros += Math.abs(entry) < NOTHING ? 1 : 0;
            small |= Math.abs(entry) >= NOTHING && Math.abs(entry) < (value.count() == 1 ? SMALLEST : TINY);
        }
        return !small && 2 * zeros <= value.count() && (value.count() > 1 || zeros == 0);
    }
}
