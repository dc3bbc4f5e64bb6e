package nabla.op;

import java.util.ArrayList;
import java.util.List;
import nabla.formula.Formula;
import nabla.forward.Expansion;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Shape;

/**
 * An operation that a text defines, with its backward pass written by hand: right or wrong, it is used as written. Both passes are graphs
 * over placeholders, for arguments of fixed shapes; a use puts its own nodes in their place.
 */
public final class HandWrittenOp implements Composite {

    private final OpFacts facts;
    private final List<Input> parameters;
    private final List<Node> outputs;
    private final Node output;
    private final Packing packing;
    private final List<Input> upstreams;
    private final List<Node> adjoints;
    private final Expansion expansion;

    /**
     * An operation.
     *
     * @param parameters placeholders for the arguments
     * @param outputs    the forward pass over them
     * @param upstreams  for each output a placeholder for the gradient with respect to it, of its shape
     * @param adjoints   for each parameter its backward rule, over the placeholders and the nodes of the forward pass; null where it
     *                   is identically zero
     */
    public HandWrittenOp(String symbol, List<Input> parameters, List<Node> outputs, List<Input> upstreams, List<Node> adjoints) {
        this.facts = OpFacts.of(symbol);
        this.parameters = List.copyOf(parameters);
        this.outputs = List.copyOf(outputs);
        this.packing = Packing.of(outputs);
        this.output = packing.pack(outputs);
        this.upstreams = List.copyOf(upstreams);
        this.adjoints = new ArrayList<>(adjoints);
        this.expansion = Expansion.of(this.parameters, output instanceof Apply result ? result : new Apply(Unary.IDENTITY, output));
    }

    /**
     * An operation with a further argument for each of some nodes of its forward pass, which is added there: so the backward rule of
     * such a node can be verified like that of an argument.
     *
     * @param adjoints for each parameter, then for each shift
     * @param inner    the nodes, in the order of the forward pass
     * @param shifts   a placeholder for each, of its shape
     */
    public static HandWrittenOp shifted(String symbol, List<Input> parameters, List<Node> outputs, List<Input> upstreams, List<Node> adjoints,
            List<? extends Node> inner, List<Input> shifts) {
        Substitution substitution = new Substitution();
        for (int k = 0; k < inner.size(); k++) {
            Node node = substitution.of(inner.get(k));
            substitution.put(inner.get(k), Algebra.add(node, shifts.get(k)));
        }
        List<Input> all = new ArrayList<>(parameters);
        all.addAll(shifts);
        return new HandWrittenOp(symbol, all, outputs.stream().map(substitution::of).toList(), upstreams, adjoints);
    }

    /** Output k of a use, as a node under a name that may be null. */
    public Node output(String name, Node use, int k) {
        return packing.part(name, use, k);
    }

    @Override
    public OpFacts facts() {
        return facts;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        List<Shape> expected = parameters.stream().map(Node::shape).toList();
        if (!arguments.equals(expected)) {
            throw new ShapeMismatch(symbol() + " is made for arguments " + expected + ", not " + arguments, null);
        }
        return output.shape();
    }

    @Override
    public Node expand(List<? extends Node> arguments) {
        return at(arguments).of(output);
    }

    @Override
    public Expansion expansion(List<Shape> arguments) {
        return expansion;
    }

    private Substitution at(List<? extends Node> arguments) {
        Substitution substitution = new Substitution();
        for (int i = 0; i < parameters.size(); i++) {
            substitution.put(parameters.get(i), arguments.get(i));
        }
        return substitution;
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node rule = adjoints.get(argument);
        if (rule == null) {
            return null;
        }
        Substitution substitution = at(self.arguments());
        for (int k = 0; k < outputs.size(); k++) {
            substitution.put(outputs.get(k), packing.part(null, self, k)).put(upstreams.get(k), packing.part(null, gradient, k));
        }
        return substitution.of(rule);
    }

    /** By its name and, where it has several arguments, that of the gradient. */
    @Override
    public String written(int argument) {
        return parameters.size() == 1 ? symbol() : symbol() + ", d" + parameters.get(argument).name();
    }

    /** Those of the operations in the forward pass. */
    @Override
    public List<Guard> guards(Apply self) {
        Substitution substitution = at(self.arguments());
        List<Guard> guards = new ArrayList<>();
        for (Node node : expansion.order()) {
            if (node instanceof Apply apply) {
                for (Guard guard : apply.op().guards(apply)) {
                    guards.add(new Guard(guard.kind(), substitution.of(guard.distance()), guard.axes()));
                }
            }
        }
        return guards;
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return Formula.call(symbol(), arguments);
    }
}
