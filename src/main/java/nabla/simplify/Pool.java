package nabla.simplify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.limit.Stop;
import nabla.matrix.Shape;
import nabla.op.Stretch;
import nabla.simplify.Term.Key;
import nabla.simplify.Term.Kind;

/** Where terms are made. Structurally equal ones are made once; there is a bound on how many. */
final class Pool {

    private static final int MOST_TERMS = 40_000;
    private static final int DEEPEST = 400;

    private final Map<Key, Term> terms = new HashMap<>();
    private final Distributions distributions;

    /** A pool that knows of nodes whose rows add up to 1. */
    Pool(Set<? extends Node> distributions) {
        this.distributions = new Distributions(distributions);
    }

    Distributions distributions() {
        return distributions;
    }

    Term number(Coefficient value) {
        return made(new Key(Kind.NUMBER, value, List.of(), List.of()), Shape.SCALAR);
    }

    Term number(long value) {
        return number(Coefficient.of(value));
    }

    Term atom(Node node) {
        return made(new Key(Kind.ATOM, node, List.of(), List.of()), node.shape());
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
        return term.isCall("stretch") ? term.argument(0) : term;
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
        Stop.ifAsked();
        Term known = terms.get(key);
        if (known != null) {
            return known;
        }
        Term made = new Term(terms.size(), key, shape);
        if (terms.size() >= MOST_TERMS || made.depth() > DEEPEST) {
            throw new GivenUp("terms");
        }
        terms.put(key, made);
        return made;
    }
}
