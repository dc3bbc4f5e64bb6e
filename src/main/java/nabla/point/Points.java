package nabla.point;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.tensor.Tensor;

/** Where claims are judged: the points of the text, and further ones where every input gets a new value. Drawn when they are asked for. */
public final class Points {

    /** How many points there are where inputs are sampled. */
    static final int SAMPLED = 3;

    private final Model model;
    private final List<Node> roots;
    private final List<Map<Input, Tensor>> text;
    private final List<Map<Input, Tensor>> further = new ArrayList<>();
    private PointSampler sampler;

    /** Of a model whose points have been drawn. */
    public Points(Model model, List<Map<Input, Tensor>> text) {
        this(model, roots(model), text);
    }

    private Points(Model model, List<Node> roots, List<Map<Input, Tensor>> text) {
        this.model = model;
        this.roots = roots;
        this.text = List.copyOf(text);
    }

    /** The points at which a model is verified; {@code besides} have values there too, although the output may not depend on them. */
    public static Points of(Model model, Collection<Node> besides) {
        List<Node> roots = new ArrayList<>(roots(model));
        Collection<Node> known = Topology.order(roots);
        besides.stream().filter(node -> !known.contains(node)).distinct().forEach(roots::add);
        return new Points(model, roots, draws(model, roots).stream().map(PointSampler.Draw::point).toList());
    }

    private static List<Node> roots(Model model) {
        return model.root() == null ? List.of() : List.of(model.root());
    }

    /** The points of the text, one where no input is sampled. */
    public static List<PointSampler.Draw> draws(Model model) {
        return draws(model, roots(model));
    }

    /** Whether the first point is the first one drawn whichever of these nodes are asked for: all of them are well defined there. */
    public static boolean isPlain(Model model, List<Node> nodes) {
        return new PointSampler(model.leaves(), nodes).isPlain(first(model));
    }

    private static long first(Model model) {
        return model.seed() * 31;
    }

    private static List<PointSampler.Draw> draws(Model model, List<Node> roots) {
        PointSampler sampler = new PointSampler(model.leaves(), roots);
        boolean sampled = model.leaves().stream().anyMatch(leaf -> leaf.value() == null);
        List<PointSampler.Draw> draws = new ArrayList<>();
        for (int i = 0; i < (sampled ? SAMPLED : 1); i++) {
            draws.add(sampler.first(first(model) + i));
        }
        return draws;
    }

    /** An operation whose domain no sampled point could meet, or null. */
    public static Apply unmet(List<PointSampler.Draw> draws) {
        return draws.stream().map(PointSampler.Draw::unmet).filter(unmet -> unmet != null).findFirst().orElse(null);
    }

    /** Those of the text. */
    public List<Map<Input, Tensor>> text() {
        return text;
    }

    /** So many further points; of the first ones always the same. */
    public synchronized List<Map<Input, Tensor>> further(int count) {
        if (sampler == null) {
            sampler = new PointSampler(model.leaves(), roots);
        }
        while (further.size() < count) {
            further.add(sampler.another(model.seed() * 37 + further.size() + 1).point());
        }
        return List.copyOf(further.subList(0, count));
    }
}
