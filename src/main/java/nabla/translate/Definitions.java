package nabla.translate;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.model.Domain;
import nabla.model.Model.Leaf;
import nabla.network.Definition;
import nabla.network.Join;
import nabla.network.Match;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Builds what names stand for: leaves, constants, and nodes computed from them. */
final class Definitions {

    private final Environment environment;
    private final StatementContext building;
    private final Map<String, Tensor> bound;
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private final Map<Statement.Unpacking, Node> whole = new IdentityHashMap<>();

    /**
     * Builds definitions.
     *
     * @param bound values that replace or complete those of the text
     */
    Definitions(Environment environment, StatementContext building, Map<String, Tensor> bound) {
        this.environment = environment;
        this.building = building;
        this.bound = bound;
    }

    /**
     * Builds the node of a name.
     *
     * @throws Fault if its statement has an error
     */
    void build(Symbol symbol) {
        Entry entry = symbol.entry();
        Tensor given = bound.get(entry.name());
        Kind kind = symbol.kind();
        Node node;
        if (!entry.isDefined()) {
            node = declared(entry, given);
        } else if (kind == Kind.COMPUTED) {
            if (given != null) {
                throw Fault.at(null, "--at " + entry.name() + ": " + entry.name() + " is computed from other names and takes no value", null);
            }
            if (entry.part() != null) {
                check(entry.part(), Expressions.of(building, entry.name()));
            }
            node = entry.unpacked() != null ? output(entry) : Expressions.of(building, entry.name()).build(entry.value(), entry.name());
        } else {
            Tensor value = given != null ? given : entry.unpacked() != null ? KnownValues.value(output(entry), entry.value().span())
                    : Expressions.of(building, entry.name()).known(entry.value());
            node = kind == Kind.LEAF ? leaf(entry, value) : new Constant(entry.name(), value);
        }
        if (!building.origins().containsKey(node)) {
            building.origins().put(node, entry.isDefined() ? entry.span().to(entry.value().span()) : entry.span());
        }
        symbol.build(node);
    }

    /** One of the outputs of a call that is built once for all their names. */
    private Node output(Entry entry) {
        Statement.Unpacking unpacking = entry.unpacked();
        return Expressions.of(building, unpacking.names().get(0).name()).output(unpacking, entry.name(), whole);
    }

    private void check(Definition part, Expressions expressions) {
        Join join = part.join();
        if (join != null) {
            Networks.check(join, expressions.build(join.input(), null).shape(), environment.node(new Expression.Name(join.weightsSpan(), join.weights())),
                    environment.node(new Expression.Name(join.biasSpan(), join.bias())));
        }
        Match match = part.match();
        if (match != null) {
            Networks.check(match, expressions.build(match.value(), null).shape(), match.like() == null ? Shape.SCALAR
                    : expressions.build(match.like(), null).shape());
        }
    }

    private Node leaf(Entry entry, Tensor value) {
        Domain domain = entry.constant() ? new Domain.FixedValue() : Domains.of(value);
        return leaf(entry, value.shape(), value, domain, entry.constant());
    }

    private Node declared(Entry entry, Tensor given) {
        Statement.Space space = entry.space();
        if (space == null) {
            return leaf(entry, given == null ? Shape.SCALAR : given.shape(), given, Domains.anything(), false);
        }
        Shape shape = Extent.limited(entry.name(), space.sizes().stream().map(this::size).toList(), space.rows().span());
        if (given != null && !given.shape().equals(shape)) {
            throw Fault.at(null, "--at " + entry.name() + ": " + entry.name() + " is " + shape + " and the value is " + given.shape(), null);
        }
        Domain domain = entry.constant() && given != null ? new Domain.FixedValue() : Domains.of(space);
        return leaf(entry, shape, given, domain, entry.constant() || space.kind() != Statement.Kind.REAL);
    }

    private Node leaf(Entry entry, Shape shape, Tensor value, Domain domain, boolean constant) {
        Input input = new Input(entry.name(), shape);
        leaves.put(entry.name(), new Leaf(input, constant, value, domain));
        return input;
    }

    private int size(Statement.Size size) {
        int number = Expressions.of(building, "size").wholeNumber(size.value());
        if (number < 1) {
            throw Fault.at(size.span(), "a size is at least 1, and this is " + number, "write a whole number from 1 up");
        }
        return number;
    }

    /** The leaf of a name, or null; it is no constant where a derivative by it is asked for. */
    Leaf leaf(String name) {
        Leaf leaf = leaves.get(name);
        boolean asked = leaf != null && leaf.constant() && environment.isAsked(leaf.node());
        return asked ? new Leaf(leaf.node(), false, leaf.value(), leaf.domain()) : leaf;
    }
}
