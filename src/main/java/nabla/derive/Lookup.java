package nabla.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.source.Spelling;

/** The nodes of a model by name; an operation without a name is v1, v2, … as in reports. */
final class Lookup {

    private static final int MOST_NAMED = 8;

    private final Model model;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    Lookup(Model model) {
        this.model = model;
        List<Node> roots = new ArrayList<>();
        if (model.root() != null) {
            roots.add(model.root());
        }
        roots.addAll(model.definitions());
        List<Node> order = Topology.order(roots);
        Names names = new Names(model.root() == null ? order : Topology.order(List.of(model.root())));
        model.leaves().forEach(leaf -> nodes.put(leaf.node().name(), leaf.node()));
        for (Node node : order) {
            if (names.of(node) != null && node != model.root() || node == model.output()) {
                nodes.putIfAbsent(names.of(node), node);
            }
        }
        if (model.upstream() != null) {
            nodes.remove(model.upstream().name());
        }
    }

    /** What is to be differentiated; without a name, the output. */
    Node of(String name) throws NoDerivative {
        if (name == null && model.output() == null) {
            throw new NoDerivative("there is nothing to differentiate: no definition with variables", "write for example z = x*y");
        }
        Node node = name == null ? model.output() : find(name);
        if (!(node instanceof Apply)) {
            throw new NoDerivative(name + " is " + (node instanceof Constant ? "a constant" : "an input") + ", not computed from anything", null);
        }
        return node;
    }

    /** What to differentiate by; without a name, the only input. */
    Node by(String name, Node of) throws NoDerivative {
        if (name == null) {
            return only(of);
        }
        Node node = find(name);
        Leaf leaf = model.leaves().stream().filter(each -> each.node() == node).findFirst().orElse(null);
        if (node instanceof Constant) {
            throw new NoDerivative(name + " is a constant of the graph, no variable", null);
        } else if (leaf != null && leaf.constant() && leaf.domain().isFixed()) {
            throw new NoDerivative(name + " is a const: no derivative is taken by it", "leave out const where it is defined");
        } else if (node == of) {
            throw new NoDerivative("d" + name + "/d" + name + " is 1", null);
        }
        return node;
    }

    private Node only(Node of) throws NoDerivative {
        List<Node> used = Topology.order(List.of(of));
        List<Node> inputs = new ArrayList<>();
        model.leaves().stream().filter(leaf -> !leaf.constant() && used.contains(leaf.node())).forEach(leaf -> inputs.add(leaf.node()));
        if (inputs.size() != 1) {
            String names = String.join(", ", inputs.stream().limit(MOST_NAMED).map(Node::name).toList());
            throw new NoDerivative("say what to differentiate by" + (names.isEmpty() ? ": there is no variable" : ": --wrt " + names), null);
        }
        return inputs.get(0);
    }

    private Node find(String name) throws NoDerivative {
        Node node = nodes.get(name);
        if (node == null) {
            List<String> members = nodes.keySet().stream().filter(known -> known.endsWith("." + name)).toList();
            String hint = members.isEmpty() ? Spelling.hint(name, nodes.keySet()) : "did you mean " + members.get(0) + "?";
            throw new NoDerivative("nothing is called " + name, hint);
        }
        return node;
    }
}
