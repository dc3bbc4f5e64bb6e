package nabla.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;

/**
 * Names of sizes that only the operations of a text know, in formulas about its graph: there they are told, {@code dX/m where m = 4}; and one that
 * means something else in the graph, or in another operation that the formula goes through, is a number.
 *
 * @param taken whether a name is one of the graph
 */
public record LocalSizes(Predicate<String> taken) {

    /** The node with numbers in the place of names that would mean two things; itself where there are none. */
    public Node in(Node root) {
        Set<String> unclear = new HashSet<>();
        Map<String, Double> values = new HashMap<>();
        for (Constant size : sizes(root)) {
            Double other = values.put(size.name(), size.value().at(0));
            if (taken.test(size.name()) || other != null && other != size.value().at(0)) {
                unclear.add(size.name());
            }
        }
        if (unclear.isEmpty()) {
            return root;
        }
        Map<Node, Node> copies = new IdentityHashMap<>();
        for (Node node : Formulas.order(root, false)) {
            boolean leaf = !(node instanceof Apply) || node.name() != null && node != root;
            copies.put(node, leaf ? node instanceof Constant constant && constant.isLocal() && unclear.contains(node.name())
                    ? new Constant(constant.value()) : node : copy((Apply) node, copies));
        }
        return copies.get(root);
    }

    private static Node copy(Apply node, Map<Node, Node> copies) {
        List<Node> arguments = node.arguments().stream().map(copies::get).toList();
        return arguments.equals(node.arguments()) ? node : new Apply(node.name(), node.op(), arguments);
    }

    private static List<Constant> sizes(Node root) {
        List<Constant> sizes = new ArrayList<>();
        for (Node node : Formulas.order(root, false)) {
            if (node instanceof Constant constant && constant.isLocal()) {
                sizes.add(constant);
            }
        }
        return sizes;
    }

    /** The formula of a node with what its sizes are; null stays null. */
    public Formula told(Formula formula, Node root) {
        Map<String, Formula> found = new TreeMap<>();
        if (formula != null) {
            sizes(root).forEach(size -> found.put(size.name(), Formula.number(size.value().at(0))));
        }
        if (found.isEmpty()) {
            return formula;
        }
        List<Formula.Definition> definitions = new ArrayList<>(formula.definitions());
        found.forEach((name, number) -> definitions.add(new Formula.Definition(name, number)));
        return new Formula.Where(formula.body(), definitions);
    }
}
