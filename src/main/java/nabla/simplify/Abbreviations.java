package nabla.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.limit.Stop;

/**
 * Formulas in which what occurs more than once is written once, under a name: {@code v1*(1 - v1) where v1 = …}. A part that is a node
 * of the graph keeps the name it has in the report, others get the next free one, the same
 * in all formulas.
 */
public final class Abbreviations {

    /** A formula that is no longer than this is read more easily as a whole. */
    private static final int READABLE = 40;
    private static final int LONGEST = Formulas.LIMIT;
    private static final int DEEPEST = 200;
    private static final int SHORTEST_KNOWN = 2;
    private static final int SHORTEST_NEW = 5;

    private final Map<Object, Integer> ids = new HashMap<>();
    private final Map<Integer, String> known = new HashMap<>();
    private final Map<Integer, String> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Abbreviations of formulas about a graph, given in topological order. */
    public Abbreviations(List<? extends Node> graph, Names names) {
        Map<Node, Integer> seen = new IdentityHashMap<>();
        for (Node node : graph) {
            int id = id(node, seen);
            if (names.of(node) != null) {
                taken.add(names.of(node));
                known.putIfAbsent(id, names.of(node));
            }
        }
    }

    /** Structurally equal nodes have the same number; named ones are equal to themselves only. Arguments have been seen. */
    private int id(Node node, Map<Node, Integer> seen) {
        Object key = node;
        if (node.name() == null && node instanceof Constant constant) {
            key = constant.value();
        } else if (node.name() == null && node instanceof Apply apply && apply.arguments().stream().allMatch(seen::containsKey)) {
            key = List.of(apply.op(), apply.arguments().stream().map(seen::get).toList());
        }
        int id = ids.computeIfAbsent(key, k -> ids.size());
        seen.put(node, id);
        return id;
    }

    /** The formula of a node over named ones; empty if it would be too long even so. */
    public Optional<Formula> of(Node root) {
        Optional<Formula> whole = Formulas.of(root);
        Measure measure = new Measure();
        int length = whole.map(measure::of).orElse(Measure.LONGEST);
        if (length <= READABLE) {
            return whole;
        }
        Formula.Where named = new FormulaDraft(measure).write(root);
        return named == null || named.definitions().isEmpty() || measure.of(named) >= length ? whole : Optional.of(named);
    }

    private String free() {
        int number = 1;
        while (!taken.add("v" + number)) {
            number++;
        }
        return "v" + number;
    }

    /** One formula being written. */
    private final class FormulaDraft {

        private final Measure measure;
        private final Map<Node, Integer> seen = new IdentityHashMap<>();
        private final Map<Integer, Integer> uses = new HashMap<>();
        private final Map<Integer, Formula> formulas = new HashMap<>();
        private final Map<Integer, Integer> depths = new HashMap<>();
        private final List<Formula.Definition> definitions = new ArrayList<>();
        private FormulaDraft(Measure measure) {
            this.measure = measure;
        }

        /** Null if it would be too long, or too deep to be read by programs either. */
        private Formula.Where write(Node root) {
            List<Node> order = Formulas.order(root, false);
            Set<Integer> counted = new HashSet<>();
            for (Node node : order) {
                int id = id(node, seen);
                if (counted.add(id) && !Formulas.isLeaf(node, root, false)) {
                    node.arguments().forEach(argument -> uses.merge(seen.get(argument), 1, Integer::sum));
                }
            }
            for (Node node : order) {
                Stop.ifAsked();
                if (!formulas.containsKey(seen.get(node)) && !add(node, root)) {
                    return null;
                }
            }
            Formula.Where where = new Formula.Where(formulas.get(seen.get(root)), definitions);
            return measure.of(where) > LONGEST ? null : where;
        }

        private boolean add(Node node, Node root) {
            int id = seen.get(node);
            if (Formulas.isLeaf(node, root, false)) {
                formulas.put(id, Formulas.leaf(node));
                depths.put(id, 1);
                return formulas.get(id) != null;
            }
            Formula formula = ((Apply) node).op().formula(node.arguments().stream().map(argument -> formulas.get(seen.get(argument))).toList());
            int depth = 1 + node.arguments().stream().mapToInt(argument -> depths.get(seen.get(argument))).max().orElse(0);
            int shortest = known.containsKey(id) ? SHORTEST_KNOWN : SHORTEST_NEW;
            if (node != root && uses.getOrDefault(id, 0) > 1 && measure.of(formula) >= shortest) {
                String name = known.containsKey(id) ? known.get(id) : given.computeIfAbsent(id, k -> free());
                definitions.add(new Formula.Definition(name, formula));
                formula = Formula.name(name);
                depth = 1;
            }
            formulas.put(id, formula);
            depths.put(id, depth);
            return depth <= DEEPEST && measure.of(formula) <= LONGEST;
        }
    }
}
