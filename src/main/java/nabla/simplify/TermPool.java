package nabla.simplify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.limit.Stop;
import nabla.op.Leaves;
import nabla.op.Stretch;
import nabla.simplify.Term.Key;
import nabla.simplify.Term.Kind;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Where terms are made. Structurally equal ones are made once; there is a bound on how many. */
final class TermPool {

    private static final int MOST_TERMS = 40_000;
    private static final int DEEPEST = 400;
    /** A bound on time that is the same on every machine; less than a second mostly. */
    private static final int MOST_STEPS = 100_000;

    private final Map<Key, Term> terms = new HashMap<>();
    private final Map<Tensor, Constant> constants = new HashMap<>();
    private final Set<Term> spelled = new HashSet<>();
    private final Set<Term> spelledTurned = new HashSet<>();
    private final Map<Integer, Term> eyes = new HashMap<>();
    private final int most;
    private int steps;
    private int written;
    private final Distributions distributions;
    private final Signs signs;

    /** A pool of terms of which some things are known. */
    TermPool(Facts facts) {
        this(facts, Steps.unlimited());
    }

    /** The same within what is left of a report's steps. */
    TermPool(Facts facts, Steps steps) {
        this.most = steps.of(MOST_STEPS);
        this.distributions = new Distributions(facts.distributions());
        this.signs = new Signs(facts);
    }

    Distributions distributions() {
        return distributions;
    }

    int steps() {
        return steps;
    }

    /** Steps, and operations written: forms of one term are tried by writing them. */
    int cost() {
        return steps + written;
    }

    /** Counts an operation that was written. */
    void wrote() {
        written++;
    }

    /** Counts steps: a part of a term made, or a part of a sum or product collected. */
    void spend(int more) {
        steps += more;
        if (steps > most) {
            throw new Exhaustion("steps");
        }
    }

    Signs signs() {
        return signs;
    }

    Term number(Coefficient value) {
        return made(new Key(Kind.NUMBER, value, List.of(), List.of()), Shape.SCALAR);
    }

    Term number(long value) {
        return number(Coefficient.of(value));
    }

    /** A node that is not looked into. Constants without a name are one if their entries are the same. */
    Term atom(Node node) {
        Node same = node instanceof Constant constant && node.name() == null ? constants.computeIfAbsent(constant.value(), value -> constant) : node;
        return made(new Key(Kind.ATOM, same, List.of(), List.of()), node.shape());
    }

    /** The identity matrix. */
    Term eye(int size) {
        return size == 1 ? number(1) : eyes.computeIfAbsent(size, n -> atom(Leaves.eye(n)));
    }

    /** The operation as it stands; rules have been tried. */
    Term call(Op op, List<Term> arguments) {
        return made(new Key(Kind.CALL, op, List.copyOf(arguments), List.of()), op.shape(arguments.stream().map(Term::shape).toList()));
    }

    /** Broadcasts up to a shape. */
    Term stretch(Term term, Shape shape) {
        if (term.shape().equals(shape)) {
            return term;
        }
        return call(new Stretch(shape), List.of(unstretched(term)));
    }

    /** What a stretched term repeats, or the term itself. */
    Term unstretched(Term term) {
        return term.isCall(Meaning.STRETCH) ? term.argument(0) : term;
    }

    /** Remembers which way around a sum was spelled: {@code a - b}, or as its negative {@code b - a}, which is minus one times it. */
    void spell(Term read) {
        if (read.is(Kind.SUM)) {
            spelled.add(read);
        } else if (read.isMultiple() && read.argument(0).is(Kind.SUM)) {
            (read.factor().sign() < 0 ? spelledTurned : spelled).add(read.argument(0));
        }
    }

    /** Whether a sum was only spelled as its negative. */
    boolean isSpelledTurned(Term sum) {
        return spelledTurned.contains(sum) && !spelled.contains(sum);
    }

    /** Arguments in order of their ids. */
    Term sum(List<Term> arguments, List<Coefficient> weights) {
        return made(new Key(Kind.SUM, "+", List.copyOf(arguments), List.copyOf(weights)), broadcast(arguments));
    }

    /** Arguments in order of their ids. */
    Term product(Coefficient factor, List<Term> arguments, List<Coefficient> weights) {
        return made(new Key(Kind.PRODUCT, factor, List.copyOf(arguments), List.copyOf(weights)), broadcast(arguments));
    }

    Term chain(List<Term> arguments) {
        Shape shape = new Shape(arguments.get(0).shape().rows(), arguments.get(arguments.size() - 1).shape().columns());
        return made(new Key(Kind.CHAIN, "@", List.copyOf(arguments), List.of()), shape);
    }

    /** The shape of an entry-by-entry operation. */
    static Shape broadcast(List<Term> terms) {
        Shape shape = Shape.SCALAR;
        for (Term term : terms) {
            shape = shape.broadcast(term.shape());
        }
        return shape;
    }

    private Term made(Key key, Shape shape) {
        spend(1 + key.arguments().size());
        Stop.ifAsked();
        Term known = terms.get(key);
        if (known != null) {
            return known;
        }
        Term made = new Term(terms.size(), key, shape);
        if (terms.size() >= MOST_TERMS || made.depth() > DEEPEST) {
            throw new Exhaustion("terms");
        }
        terms.put(key, made);
        return made;
    }
}
