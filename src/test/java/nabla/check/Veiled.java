package nabla.check;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.op.Functions;
import nabla.op.OtherRule;
import nabla.op.Unary;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.tensor.Tensor;
import nabla.translate.Options;
import nabla.translate.Translator;

/** A graph some of whose leaves get a gradient that is claimed instead of worked out. */
record Veiled(Model model) {

    /** Nothing but the claimed gradient comes through. */
    private record Veil(Node claimed) implements OtherRule {

        @Override
        public Op op() {
            return Unary.IDENTITY;
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return claimed;
        }
    }

    /**
     * A model of a text.
     *
     * @param claims formulas for gradients, by the name of the leaf
     */
    static Veiled of(String text, Map<String, String> claims) {
        StringBuilder whole = new StringBuilder(text);
        claims.forEach((leaf, formula) -> whole.append("\nclaimed_").append(leaf).append(" = ").append(formula));
        Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("case", whole.toString())), Options.NONE);
        Map<Node, Node> images = new IdentityHashMap<>();
        for (Node node : Topology.order(List.of(model.root()))) {
            Node image = node instanceof Apply use ? new Apply(use.name(), use.op(), use.arguments().stream().map(images::get).toList()) : node;
            String name = node.name();
            images.put(node, name != null && claims.containsKey(name) ? new Apply(new Veil(claimed(model, name)), image) : image);
        }
        Node root = images.get(model.root());
        return new Veiled(Model.of(Model.Ending.in(root), List.of(), model.leaves(), model.seed()));
    }

    /** The value of a claim; one without variables is a leaf of its own. */
    private static Node claimed(Model model, String leaf) {
        String name = "claimed_" + leaf;
        Map<Input, Tensor> point = new IdentityHashMap<>();
        model.leaves().forEach(each -> point.put(each.node(), each.value()));
        Node claim = Stream.concat(model.leaves().stream().map(Leaf::node), model.definitions().stream())
                .filter(node -> name.equals(node.name())).findFirst().orElseThrow();
        return new Constant(Values.of(claim, point));
    }

    /** What was found about each leaf, by its name. */
    Map<String, NodeResult> check() {
        Map<String, NodeResult> results = new HashMap<>();
        VerifiedGraph checked = Models.check(model);
        for (Leaf leaf : model.leaves()) {
            results.put(leaf.node().name(), checked.results().get(leaf.node()));
        }
        return results;
    }
}
