package nabla.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.matrix.Matrix;
import nabla.translate.Model;

/** Where claims are judged: the points of the text, and further ones where every input gets a new value. Drawn when they are asked for. */
public final class Points {

    /** How many points there are where inputs are sampled. */
    static final int SAMPLED = 3;

    private final Model model;
    private final List<Map<Input, Matrix>> text;
    private final List<Map<Input, Matrix>> further = new ArrayList<>();
    private PointSampler sampler;

    /** Of a model whose points have been drawn. */
    public Points(Model model, List<Map<Input, Matrix>> text) {
        this.model = model;
        this.text = List.copyOf(text);
    }

    /** The points at which a model is verified. */
    public static Points of(Model model) {
        return new Points(model, draws(model).stream().map(PointSampler.Draw::point).toList());
    }

    /** The points of the text, one where no input is sampled. */
    static List<PointSampler.Draw> draws(Model model) {
        PointSampler sampler = sampler(model);
        boolean sampled = model.leaves().stream().anyMatch(leaf -> leaf.value() == null);
        List<PointSampler.Draw> draws = new ArrayList<>();
        for (int i = 0; i < (sampled ? SAMPLED : 1); i++) {
            draws.add(sampler.first(model.seed() * 31 + i));
        }
        return draws;
    }

    private static PointSampler sampler(Model model) {
        return new PointSampler(model.leaves(), model.root() == null ? List.of() : List.of(model.root()));
    }

    /** An operation whose domain no sampled point could meet, or null. */
    static Apply unmet(List<PointSampler.Draw> draws) {
        return draws.stream().map(PointSampler.Draw::unmet).filter(unmet -> unmet != null).findFirst().orElse(null);
    }

    /** Those of the text. */
    public List<Map<Input, Matrix>> text() {
        return text;
    }

    /** So many further points; of the first ones always the same. */
    public synchronized List<Map<Input, Matrix>> further(int count) {
        if (sampler == null) {
            sampler = sampler(model);
        }
        while (further.size() < count) {
            further.add(sampler.another(model.seed() * 37 + further.size() + 1).point());
        }
        return List.copyOf(further.subList(0, count));
    }
}
