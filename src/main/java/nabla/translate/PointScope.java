package nabla.translate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.op.Meanings;
import nabla.op.Substitution;
import nabla.syntax.Expression;
import nabla.tensor.Tensor;

/**
 * The graph at other values of some inputs, {@code at x = 5, y = 2}. What is built over this scope is moved there by {@link #moved}: all in
 * one copy. A name that has a meaning nowhere else, such as the parameter of a function, has one here.
 */
final class PointScope implements InnerScope {

    private final Environment environment;
    private final Map<String, Tensor> values = new LinkedHashMap<>();
    private final Map<String, Node> only = new LinkedHashMap<>();
    private final Map<String, Expression.Argument> written = new LinkedHashMap<>();
    private final Set<String> met = new HashSet<>();
    private final Substitution substitution = new Substitution();

    /**
     * Other values.
     *
     * @param expressions builds the values, which are known in advance
     * @throws Fault if one cannot be given to what it is given to
     */
    PointScope(Environment environment, Expressions expressions, List<Expression.Argument> at) {
        this.environment = environment;
        for (Expression.Argument one : at) {
            Tensor value = expressions.known(one.value());
            if (written.put(one.name(), one) != null) {
                throw Fault.at(one.span(), one.name() + " is given twice", null);
            }
            values.put(one.name(), value);
            put(one, value);
        }
    }

    private void put(Expression.Argument one, Tensor value) {
        Node known = environment.built(one.name());
        Node fixed = new Apply(one.name(), Meanings.of(Meaning.IDENTITY), List.of(new Constant(value)));
        if (known instanceof Input && known.shape().equals(value.shape())) {
            substitution.put(known, fixed);
        } else if (known instanceof Input) {
            throw Fault.at(one.span(), one.name() + " is " + known.shape() + " and the value is " + value.shape(), "write a value of that shape");
        } else if (known instanceof Constant) {
            throw Fault.at(one.span(), one.name() + " is known before there is a graph, as sizes are, and has no other value", null);
        } else if (known != null) {
            throw Fault.at(one.span(), one.name() + " is computed from other names; at gives values to inputs", null);
        } else {
            only.put(one.name(), fixed);
        }
    }

    /** The same node of the graph there; null for null. */
    Node moved(Node node) {
        return node == null ? null : substitution.of(node);
    }

    /** The values by name. */
    Map<String, Tensor> values() {
        return values;
    }

    /**
     * Looks for values that nothing was done with.
     *
     * @throws Fault if there is one
     */
    void requireMet() {
        only.keySet().stream().filter(name -> !met.contains(name)).findFirst().ifPresent(name -> {
            throw environment.unknown(new Expression.Name(written.get(name).span(), name));
        });
    }

    @Override
    public Scope around() {
        return environment;
    }

    @Override
    public Node node(Expression.Name name) {
        Node fixed = only.get(name.name());
        if (fixed != null) {
            met.add(name.name());
        }
        return fixed != null ? fixed : environment.node(name);
    }

    @Override
    public Node variable(Expression.Name name) {
        return only.containsKey(name.name()) ? node(name) : environment.variable(name);
    }

    @Override
    public WrittenFunction mapped(String name) {
        WrittenFunction mapped = environment.mapped(name);
        return mapped == null ? null : new WrittenFunction(mapped.mapping(), mapped.source(), this);
    }

    @Override
    public boolean isNode(String name) {
        return only.containsKey(name) || environment.isNode(name);
    }
}
