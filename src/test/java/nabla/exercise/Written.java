package nabla.exercise;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.Gradients;
import nabla.derive.Deriver;
import nabla.formula.Formula;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.tensor.Tensor;
import nabla.translate.Options;
import nabla.translate.Translator;

/** Exercises written by hand. */
final class Written {

    private Written() { }

    static Exercise exercise(String text, String target) {
        return exercise(Topic.CHAIN_RULE_2, text, target);
    }

    static Exercise exercise(Topic topic, String text, String target) {
        Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("exercise", text)), Options.NONE);
        String[] names = target.substring(1).split("/d");
        Node by = Topology.order(List.of(model.root())).stream().filter(node -> names[1].equals(node.name())).findFirst().orElseThrow();
        Node truth = Gradients.of(model.root(), by);
        Map<Input, Tensor> point = new IdentityHashMap<>();
        model.leaves().forEach(leaf -> point.put(leaf.node(), leaf.value()));
        Tensor value = Values.of(truth, point);
        Formula formula = new Deriver(model).formula(model.output(), by);
        return new Exercise(new Exercise.Label(topic, Level.EASIEST, 0, 1), Arrays.asList(text.split(";(?![^\\[]*\\]) *")), names[0], names[1],
                new Exercise.Solution(formula, value), null, text);
    }
}
