package nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nabla.simplify.Term.Kind;
import nabla.tensor.Shape;

/** Adds up: like terms are collected, zeros dropped, and what all weights have in common is pulled out. */
final class Sums {

    private static final int MOST_TERMS = 200;
    private static final int MOST_BITS = 7;

    private final TermMaker terms;

    Sums(TermMaker terms) {
        this.terms = terms;
    }

    Term of(List<Term> arguments, List<Coefficient> weights) {
        Shape shape = TermPool.broadcast(arguments);
        Collection collection = new Collection();
        for (int k = 0; k < arguments.size(); k++) {
            collection.add(arguments.get(k), weights.get(k));
        }
        return terms.pool().stretch(sum(collection), shape);
    }

    private Term sum(Collection collection) {
        List<Term> arguments = new ArrayList<>();
        List<Coefficient> weights = new ArrayList<>();
        Coefficient common = null;
        for (Map.Entry<Integer, Coefficient> entry : collection.weights.entrySet()) {
            Coefficient weight = entry.getValue();
            if (!weight.isZero()) {
                arguments.add(collection.arguments.get(entry.getKey()));
                weights.add(weight);
                common = common == null ? weight.sign() < 0 ? weight.negated() : weight : common.common(weight);
            }
        }
        if (arguments.isEmpty()) {
            return terms.pool().number(0);
        }
        if (arguments.size() == 1) {
            return terms.scale(weights.get(0), arguments.get(0));
        }
        if (!terms.isCanonical() && common.bottom().bitLength() > MOST_BITS) {
            // To be shown, v + 1e-5 is left as it is.
            common = Coefficient.ONE;
        }
        // A number comes first and is made positive: 1 - p, not p - 1.
        Coefficient factor = weights.get(0).sign() < 0 ? common.negated() : common;
        List<Coefficient> primitive = weights.stream().map(weight -> weight.over(factor)).toList();
        Term sum = terms.pool().sum(arguments, primitive);
        return factor.isOne() ? sum : terms.pool().product(factor, List.of(sum), List.of(Coefficient.ONE));
    }

    /** What is being added up; the number has the key −1. */
    private final class Collection {

        private final TreeMap<Integer, Term> arguments = new TreeMap<>();
        private final TreeMap<Integer, Coefficient> weights = new TreeMap<>();

        private void add(Term argument, Coefficient weight) {
            Term term = terms.pool().unstretched(argument);
            if (term.is(Kind.NUMBER)) {
                collect(-1, terms.one(), weight.times(term.factor()));
            } else if (term.is(Kind.SUM)) {
                for (int k = 0; k < term.arguments().size(); k++) {
                    add(term.argument(k), weight.times(term.weights().get(k)));
                }
            } else if (term.is(Kind.PRODUCT) && !term.factor().isOne()) {
                add(Products.withoutFactor(terms, term), weight.times(term.factor()));
            } else {
                collect(term.id(), term, weight);
            }
        }

        private void collect(int key, Term term, Coefficient weight) {
            terms.pool().spend(1);
            arguments.put(key, term);
            Coefficient sum = weights.getOrDefault(key, Coefficient.ZERO).plus(weight);
            weights.put(key, sum);
            if (arguments.size() > MOST_TERMS || !sum.isTame()) {
                throw new Exhaustion("terms of a sum");
            }
        }
    }
}
