package nabla.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.backward.Gradients;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.op.Algebra;
import nabla.op.Functions;
import nabla.op.Meanings;
import nabla.op.NamedConstants;
import nabla.op.Sum;
import nabla.source.Lexicon;
import nabla.source.SourceText;
import nabla.source.Spelling;
import nabla.syntax.Expression;
import nabla.syntax.Habits;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/** The nodes of a script so far, by name. */
public final class Environment implements Scope {

    private final Declarations names;
    private final Usage usage;
    private final Plan plan;
    private final Sizes sizes;
    private final OperationTable operations;
    private final SourceText source;
    private final int mean;
    private final Set<Node> asked = Collections.newSetFromMap(new IdentityHashMap<>());
    private Input upstream;
    private Node root;
    /** Made when a name without a meaning is met. */
    private Lexicon lexicon;
    private Lexicon withGradients;

    /**
     * Nothing yet.
     *
     * @param mean what gradients of the output with respect to computed nodes are multiplied by
     */
    Environment(Declarations names, Usage usage, Plan plan, Sizes sizes, OperationTable operations, SourceText source, int mean) {
        this.mean = mean;
        this.names = names;
        this.usage = usage;
        this.plan = plan;
        this.sizes = sizes;
        this.operations = operations;
        this.source = source;
    }

    void put(String name, Node node) {
        names.table().symbol(name).build(node);
    }

    /** What has been built under a name, or null. */
    public Node built(String name) {
        Symbol symbol = names.table().find(name);
        return symbol == null ? null : symbol.node();
    }

    @Override
    public Node node(Expression.Name name) {
        Node node = built(name.name());
        if (node != null) {
            return node;
        }
        Integer size = sizes.of(name.name());
        if (size != null) {
            Node constant = new Constant(name.name(), Tensor.scalar(size));
            put(name.name(), constant);
            return constant;
        }
        if (isExplained(name.name())) {
            throw Fault.consequence();
        }
        Node constant = names.entry(name.name()) == null ? NamedConstants.find(name.name()) : null;
        if (constant == null) {
            throw unknown(name);
        }
        return constant;
    }

    /** The sizes that were chosen, by number, but for those that some matrix with values has too. */
    Map<Integer, Node> freeSizes(List<Model.Leaf> leaves) {
        Map<Integer, Node> free = new LinkedHashMap<>();
        sizes.chosen().forEach((name, size) -> free.put(size, isNode(name) ? built(name)
                : new Constant(name, Tensor.scalar(size))));
        leaves.stream().filter(leaf -> leaf.value() != null).map(leaf -> leaf.node().shape())
                .forEach(shape -> free.keySet().removeAll(List.of(shape.rows(), shape.columns())));
        return free;
    }

    @Override
    public Node variable(Expression.Name name) {
        Node node = node(name);
        if (node instanceof Constant) {
            throw Fault.at(name.span(), name.name() + " is a constant of the graph, no variable",
                    sizes.of(name.name()) != null || plan.kindOf(name.name()) == Kind.SIZE ? "it is a size" : null);
        }
        asked.add(node);
        return node;
    }

    @Override
    public WrittenFunction mapped(String name) {
        Statement.Mapping mapping = isNode(name) ? null : names.mappings().find(name);
        return mapping == null ? null : new WrittenFunction(mapping, source, this);
    }

    @Override
    public boolean isNode(String name) {
        return built(name) != null;
    }

    @Override
    public OperationTable operations() {
        return operations;
    }

    @Override
    public Collection<String> mappedNames() {
        return names.mappings().names();
    }

    @Override
    public boolean isBroken(String name) {
        return names.broken().contains(name);
    }

    /** Whether there is an error about this name already. */
    private boolean isExplained(String name) {
        return names.broken().contains(name) || name.startsWith("d") && names.broken().contains(name.substring(1))
                || names.entry(name) != null || usage.isGradient(name);
    }

    /** What is said of a name without a meaning. */
    Fault unknown(Expression.Name use) {
        String name = use.name();
        boolean gradient = name.length() > 1 && name.startsWith("d");
        String member = gradient ? names.member(name.substring(1)) : null;
        if (member != null) {
            return Fault.at(use.span(), "no node " + name.substring(1), "did you mean d" + member + "?");
        } else if (names.member(name) != null) {
            return Fault.at(use.span(), name + " has no meaning here", "did you mean " + names.member(name) + "?");
        } else if (names.mappings().find(name) != null) {
            return Fault.at(use.span(), name + " is a function", "write " + name + "(2), or with another argument; d" + name + "/dx is its derivative");
        } else if (Functions.find(name) != null) {
            return Fault.at(use.span(), name + " is a function", "did you mean " + name + "(…)?");
        }
        if (Habits.name(name) != null) {
            return Fault.at(use.span(), name + " has no meaning here", Habits.name(name));
        }
        String product = Spelling.product(name, part -> names.entry(part) != null);
        if (product != null) {
            return Fault.at(use.span(), name + " has no meaning here", product);
        }
        String hint = Spelling.hint(name, gradient ? withGradients() : lexicon());
        return Fault.at(use.span(), name + " has no meaning here", hint != null ? hint : "give it a value, " + name + " = 1, or declare it, "
                + name + " in R");
    }

    private Lexicon lexicon() {
        if (lexicon == null) {
            lexicon = new Lexicon(known(false));
        }
        return lexicon;
    }

    private Lexicon withGradients() {
        if (withGradients == null) {
            withGradients = new Lexicon(known(true));
        }
        return withGradients;
    }

    /** What may be written where a name stands. */
    private List<String> known(boolean gradients) {
        List<String> known = new ArrayList<>();
        names.entries().forEach(entry -> known.add(entry.name()));
        known.addAll(names.mappings().names());
        if (gradients) {
            names.entries().forEach(entry -> known.add("d" + entry.name()));
        }
        known.addAll(usage.freeSizes());
        known.addAll(NamedConstants.names());
        return known;
    }

    /**
     * Builds the gradient {@code dA} of the output, and with the first of them all others whose node exists.
     *
     * @throws Fault if there is no output, or the node has an error
     */
    void addGradient(String name) {
        if (isNode(name)) {
            return;
        }
        if (root() == null || !isNode(name.substring(1))) {
            throw Fault.consequence();
        }
        Map<Node, String> targets = new IdentityHashMap<>();
        for (String gradient : usage.gradients()) {
            Node target = built(gradient.substring(1));
            if (target != null && !isNode(gradient)) {
                targets.put(target, gradient);
            }
        }
        Gradients.of(root(), targets.keySet()).forEach((target, gradient) -> put(targets.get(target),
                scale(root(), target) == 1 ? gradient : Algebra.mul(mean, gradient)));
        asked.addAll(targets.keySet());
    }

    @Override
    public int scale(Node of, Node by) {
        return mean != 1 && of == root() && by instanceof Apply && by != output() ? mean : 1;
    }

    /** The names of an expression, those in the bodies of the functions it calls among them. */
    List<Use> used(Expression expression) {
        return names.mappings().of(expression);
    }

    /** Whether a derivative by this node occurs in the text. */
    boolean isAsked(Node node) {
        return asked.contains(node);
    }

    /** What else could be the output. */
    List<String> otherEnds() {
        return plan.ending().others().stream().filter(this::isNode).toList();
    }

    /** The node named as output, or null. */
    Node output() {
        return plan.ending().output() == null ? null : built(plan.ending().output());
    }

    /** The scalar whose gradient is taken; null without an output. */
    Node root() {
        Node output = output();
        if (root == null && output != null) {
            root = output;
            if (!output.shape().isScalar()) {
                upstream = new Input("d" + output.name(), output.shape());
                root = new Apply(new Sum(-1), new Apply(Meanings.of(Meaning.PRODUCT), upstream, output));
            }
        }
        return root;
    }

    /** The leaf that stands for the gradient of an output that is no scalar, or null. */
    Input upstream() {
        root();
        return upstream;
    }
}
