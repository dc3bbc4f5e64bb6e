package nabla.simplify;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.limit.Stop;
import nabla.op.Jacobian;
import nabla.op.Meanings;
import nabla.op.Sum;

/** Reads a graph as a term, arguments first, without recursion. */
final class TermReader {

    private static final int MOST_NODES = 10_000;
    private static final Coefficient HALF = Coefficient.ONE.over(Coefficient.of(2));

    /** Known of matrices; of tensors they are not looked into. */
    private static final Set<Meaning> OF_MATRICES = EnumSet.of(Meaning.TRANSPOSE, Meaning.MATRIX_PRODUCT, Meaning.ENTRY_SUM);

    private final TermMaker terms;
    private final boolean names;
    private final boolean definitions;
    private final UnaryOperator<Term> settle;
    private final Map<Node, Term> read = new IdentityHashMap<>();
    private final Map<Node, Apply> sources = new IdentityHashMap<>();
    /** Jacobians that have to be read row by row. */
    private final Set<Node> opaque = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * A reader.
     *
     * @param names       whether to look behind names
     * @param definitions whether to look behind operations that are defined by simpler ones
     * @param settle      brings what an operation other than arithmetic is applied to into its best form
     */
    TermReader(TermMaker terms, boolean names, boolean definitions, UnaryOperator<Term> settle) {
        this.terms = terms;
        this.names = names;
        this.definitions = definitions;
        this.settle = settle;
    }

    /** A reader of what is put together from inputs for which there are terms. */
    static TermReader of(TermMaker terms, List<Input> inputs, List<Term> arguments) {
        TermReader reader = new TermReader(terms, true, true, UnaryOperator.identity());
        for (int k = 0; k < inputs.size(); k++) {
            reader.read.put(inputs.get(k), arguments.get(k));
        }
        return reader;
    }

    /** The term of a node; its own name is looked behind. */
    Term read(Node root) {
        Deque<Node> pending = new ArrayDeque<>();
        pending.push(root);
        while (!pending.isEmpty()) {
            Stop.ifAsked();
            Node node = pending.peek();
            if (read.size() + pending.size() > MOST_NODES) {
                throw new Exhaustion("nodes");
            }
            if (read.containsKey(node) || isAtom(node, root)) {
                read.computeIfAbsent(node, this::leaf);
                pending.pop();
            } else if (!pushUnread(needed(node), pending)) {
                Term term = term(node);
                if (term == null) {
                    opaque.add(node);
                } else {
                    read.put(node, term);
                    pending.pop();
                }
            }
        }
        return settle.apply(read.get(root));
    }

    /** What has to be read before a node: of a Jacobian the rule that its rows follow. */
    private List<Node> needed(Node node) {
        Apply source = source(node);
        return source.op() instanceof Jacobian jacobian && !opaque.contains(node) ? List.of(jacobian.rule()) : source.arguments();
    }

    private boolean pushUnread(List<Node> arguments, Deque<Node> pending) {
        boolean pushed = false;
        for (int k = arguments.size() - 1; k >= 0; k--) {
            if (!read.containsKey(arguments.get(k))) {
                pending.push(arguments.get(k));
                pushed = true;
            }
        }
        return pushed;
    }

    private boolean isAtom(Node node, Node root) {
        return !(node instanceof Apply) || node.name() != null && node != root && !names;
    }

    /** The node itself, or the last of its definitions by simpler operations. */
    private Apply source(Node node) {
        Apply source = sources.get(node);
        if (source == null) {
            source = (Apply) node;
            while (definitions && source.op().meaning() != Meaning.TRACE && source.op().definition(source) instanceof Apply simpler) {
                source = simpler;
            }
            sources.put(node, source);
        }
        return source;
    }

    private Term leaf(Node node) {
        if (node instanceof Constant constant && isNumber(constant) && Matrices.isUniform(constant.value())) {
            Coefficient value = Coefficient.of(constant.value().at(0));
            if (value != null) {
                return terms.pool().stretch(terms.pool().number(value), node.shape());
            }
        }
        return terms.isCanonical() && isEuler(node) ? terms.call(Meanings.of(Meaning.EXPONENTIAL), List.of(terms.one())) : terms.pool().atom(node);
    }

    /** Whether a node is the constant e. */
    static boolean isEuler(Node node) {
        return node instanceof Constant constant && "e".equals(node.name()) && constant.value().at(0) == Math.E;
    }

    /** A size has a name that may be looked behind; π is no number. */
    private boolean isNumber(Constant constant) {
        return constant.name() == null || names && constant.value().at(0) == Math.rint(constant.value().at(0));
    }

    private Term term(Node node) {
        Apply source = source(node);
        return source.op() instanceof Jacobian jacobian && !opaque.contains(node) ? matrix(jacobian, source) : operation(source);
    }

    /** A Jacobian as one formula; null where there is none. */
    private Term matrix(Jacobian jacobian, Apply node) {
        try {
            LinearMap map = new LinearMap(terms, terms.pool().atom(jacobian.seed()));
            Term rule = read.get(jacobian.rule());
            return rule.shape().equals(node.shape()) ? map.constant(rule) : terms.transpose(map.of(rule));
        } catch (Exhaustion notLinear) {
            return null;
        }
    }

    private Term operation(Apply node) {
        List<Term> arguments = node.arguments().stream().map(read::get).toList();
        Term a = arguments.get(0);
        Term b = arguments.size() > 1 ? arguments.get(1) : null;
        if (OF_MATRICES.contains(node.op().meaning()) && !(a.shape().isMatrix() && node.shape().isMatrix())) {
            List<Term> settled = arguments.stream().map(settle).toList();
            return terms.isCanonical() ? new TensorTerms(terms).call(node.op(), settled) : terms.pool().call(node.op(), settled);
        }
        return switch (node.op().meaning()) {
            case SUM -> spelled(terms.plus(a, b));
            case DIFFERENCE -> spelled(terms.minus(a, b));
            case PRODUCT -> terms.times(a, b);
            case QUOTIENT, RATIO -> terms.over(a, b);
            case NEGATION -> terms.scale(Coefficient.MINUS_ONE, a);
            case IDENTITY -> a;
            case ROOT -> terms.power(a, HALF);
            case STRETCH -> terms.pool().stretch(a, node.shape());
            case TRANSPOSE -> terms.transpose(a);
            case MATRIX_PRODUCT -> terms.chain(List.of(settle.apply(a), settle.apply(b)));
            case ENTRY_SUM -> terms.total(((Sum) node.op()).axes().number(), settle.apply(a));
            default -> terms.call(node.op(), arguments.stream().map(settle).toList());
        };
    }

    private Term spelled(Term sum) {
        terms.pool().spell(sum);
        return sum;
    }
}
