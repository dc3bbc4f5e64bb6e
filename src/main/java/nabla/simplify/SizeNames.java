package nabla.simplify;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.formula.Formula;
import nabla.formula.FormulaChange;
import nabla.formula.Notation;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.limit.Stop;
import nabla.op.Algebra;
import nabla.op.Jacobian;
import nabla.op.Meanings;
import nabla.tensor.Shape;

/**
 * Calls numbers of rows and columns by the names that the text gives them: 1/m and eye(n), whatever m and n were chosen to be.
 *
 * @param sizes constants with a name, by their value
 */
public record SizeNames(Map<Integer, Node> sizes) {

    /** What a number of rows or columns is called: by the text, or as a number. */
    public String name(int size) {
        Node name = sizes.get(size);
        return name == null ? Integer.toString(size) : name.name();
    }

    /** The node with named counts in place of numbers; itself where there are none. What is behind names stays. */
    Node in(Node root) {
        if (sizes.isEmpty()) {
            return root;
        }
        Map<Node, Node> copies = new IdentityHashMap<>();
        for (Node node : Formulas.order(root, false)) {
            copies.put(node, Formulas.isLeaf(node, root, false) ? node instanceof Constant constant ? named(constant) : node : copy((Apply) node, copies));
        }
        return copies.get(root);
    }

    private Node copy(Apply node, Map<Node, Node> copies) {
        List<Node> arguments = node.arguments().stream().map(copies::get).toList();
        boolean same = true;
        for (int k = 0; k < arguments.size(); k++) {
            same &= arguments.get(k) == node.argument(k);
        }
        // The rule of a Jacobian is no argument of it, but it is what is read.
        Op op = node.op() instanceof Jacobian jacobian ? new Jacobian(jacobian.rows(), jacobian.seed(), in(jacobian.rule())) : node.op();
        return same && op == node.op() ? node : new Apply(node.name(), op, arguments);
    }

    private Node named(Constant constant) {
        Shape counted = constant.counted();
        if (counted == null || Arrays.stream(counted.sizes()).noneMatch(sizes::containsKey)) {
            return constant;
        }
        Node product = null;
        for (int size : counted.sizes()) {
            Node factor = named(size);
            product = product == null || isOne(product) ? factor : isOne(factor) ? product : new Apply(Meanings.of(Meaning.PRODUCT), product, factor);
        }
        return product;
    }

    private static boolean isOne(Node node) {
        return node instanceof Constant constant && constant.name() == null && constant.isAll(1);
    }

    private Node named(int size) {
        Node name = sizes.get(size);
        return name == null ? Algebra.constant(size) : name;
    }

    /** The formula with names as the sizes of {@code eye}, {@code ones}, {@code zeros} and {@code reshape}. */
    public Formula in(Formula formula) {
        return sizes.isEmpty() || formula == null ? formula : written(formula);
    }

    private Formula written(Formula formula) {
        Stop.ifAsked();
        if (formula instanceof Formula.Number number && number.size()) {
            return size(formula);
        }
        boolean sized = formula instanceof Formula.Call call && call.notation().style() == Notation.Style.SIZED;
        return FormulaChange.of(formula, sized ? this::size : this::written);
    }

    private Formula size(Formula formula) {
        boolean whole = formula instanceof Formula.Number number && number.value() == Math.rint(number.value());
        Node name = whole ? sizes.get((int) ((Formula.Number) formula).value()) : null;
        return name == null ? formula : Formula.name(name.name());
    }
}
