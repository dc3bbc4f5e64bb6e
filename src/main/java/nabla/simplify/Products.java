package nabla.simplify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nabla.graph.Meaning;
import nabla.graph.Trait;
import nabla.op.Meanings;
import nabla.simplify.Term.Kind;
import nabla.tensor.Shape;

/** Multiplies entry by entry: powers of one base are collected and cancel. */
final class Products {

    private static final int MOST_FACTORS = 200;

    private final TermMaker terms;

    Products(TermMaker terms) {
        this.terms = terms;
    }

    Term of(Coefficient factor, List<Term> arguments, List<Coefficient> exponents) {
        Shape shape = TermPool.broadcast(arguments);
        Collection collection = new Collection(factor);
        for (int k = 0; k < arguments.size(); k++) {
            collection.multiply(arguments.get(k), exponents.get(k));
        }
        return terms.pool().stretch(collection.product(), shape);
    }

    /** The product without its number in front. */
    static Term withoutFactor(TermMaker terms, Term product) {
        return product.isMultiple() ? product.argument(0) : terms.pool().product(Coefficient.ONE, product.arguments(), product.weights());
    }

    /** Whether (base^inner)^outer is base^(inner·outer) wherever the left side has a value. */
    private static boolean multiplies(Coefficient inner, Coefficient outer) {
        return outer.isWhole() || !inner.isWhole() || inner.top().testBit(0);
    }

    private final class Collection {

        private final TreeMap<Integer, Term> bases = new TreeMap<>();
        private final TreeMap<Integer, Coefficient> exponents = new TreeMap<>();
        private Coefficient factor;

        private Collection(Coefficient factor) {
            this.factor = factor;
        }

        private void multiply(Term argument, Coefficient exponent) {
            Term term = terms.pool().unstretched(argument);
            if (term.is(Kind.NUMBER)) {
                number(term, exponent);
            } else if (term.is(Kind.PRODUCT)) {
                product(term, exponent);
            } else {
                collect(term, exponent);
            }
        }

        private void number(Term number, Coefficient exponent) {
            Coefficient value = number.factor();
            if (value.isZero() && exponent.sign() < 0) {
                throw new Exhaustion("division by zero");
            }
            Coefficient power = exact(value, exponent);
            if (power == null && terms.isCanonical() && value.sign() > 0) {
                primes(value, exponent);
            } else if (power == null) {
                collect(number, exponent);
            } else {
                factor = factor.times(power);
            }
        }

        private void primes(Coefficient value, Coefficient exponent) {
            for (Map.Entry<BigInteger, Integer> prime : value.primes().entrySet()) {
                collect(terms.pool().number(Coefficient.of(prime.getKey())), exponent.times(Coefficient.of(prime.getValue())));
            }
        }

        private Coefficient exact(Coefficient value, Coefficient exponent) {
            if (exponent.isWhole()) {
                if (exponent.top().bitLength() > 7) {
                    throw new Exhaustion("exponent");
                }
                return value.power(exponent.top().intValueExact());
            }
            Coefficient root = value.isWhole() && value.sign() >= 0 ? Coefficient.of(Math.pow(value.value(), exponent.value())) : null;
            return root != null && root.isWhole() && exponent.sign() > 0 && exponent.bottom().bitLength() < 6
                    && root.power(exponent.bottom().intValueExact()).equals(value.power(exponent.top().intValueExact())) ? root : null;
        }

        /** Numbers of which a whole power was collected go to the front; in canonical form only proper roots of primes are left. */
        private void roots() {
            for (Term base : List.copyOf(bases.values())) {
                Coefficient exponent = exponents.get(base.id());
                Coefficient power = base.is(Kind.NUMBER) ? exact(base.factor(), exponent) : null;
                if (power != null) {
                    exponents.remove(base.id());
                    bases.remove(base.id());
                    factor = factor.times(power);
                } else if (base.is(Kind.NUMBER) && terms.isCanonical()) {
                    Coefficient whole = Coefficient.of(exponent.floor());
                    factor = factor.times(exact(base.factor(), whole));
                    exponents.put(base.id(), exponent.minus(whole));
                }
            }
        }

        private void product(Term term, Coefficient exponent) {
            if (exponent.isWhole()) {
                factor = factor.times(exact(term.factor(), exponent));
                for (int k = 0; k < term.arguments().size(); k++) {
                    collect(term.argument(k), term.weights().get(k).times(exponent));
                }
            } else {
                root(term, exponent);
            }
        }

        /** The root of a product: what cannot be negative comes out of it, and squares come out as absolute values. */
        private void root(Term term, Coefficient exponent) {
            boolean alone = term.isPower() && multiplies(term.weights().get(0), exponent);
            Powers rest = new Powers();
            for (int k = 0; k < term.arguments().size(); k++) {
                Term base = term.argument(k);
                Coefficient power = term.weights().get(k);
                if (alone || terms.pool().signs().isNonnegative(base) || !power.isWhole()) {
                    collect(base, power.times(exponent));
                } else if (!power.top().testBit(0)) {
                    multiply(terms.call(Meanings.of(Meaning.ABSOLUTE), List.of(base)), power.times(exponent));
                } else {
                    rest.and(base, power);
                }
            }
            radicand(term.factor(), rest, exponent);
        }

        private void radicand(Coefficient number, Powers rest, Coefficient exponent) {
            Coefficient size = number.sign() < 0 ? number.negated() : number;
            boolean apart = rest.isEmpty() && number.sign() > 0 || terms.isCanonical() || exact(size, exponent) != null;
            if (apart && !size.isOne()) {
                number(terms.pool().number(size), exponent);
            }
            Coefficient left = apart ? number.over(size) : number;
            if (!rest.isEmpty() || !left.isOne()) {
                collect(rest.product(terms, left), exponent);
            }
        }

        private void collect(Term base, Coefficient exponent) {
            terms.pool().spend(1);
            Coefficient sum = exponents.getOrDefault(base.id(), Coefficient.ZERO).plus(exponent);
            boolean zeroOrOne = base.isCall(Trait.ZERO_OR_ONE) || base.isIdentity();
            boolean idempotent = zeroOrOne && sum.sign() > 0;
            bases.put(base.id(), base);
            exponents.put(base.id(), idempotent ? Coefficient.ONE : sum);
            if (bases.size() > MOST_FACTORS || !sum.isTame() || !factor.isTame()) {
                throw new Exhaustion("product");
            }
        }

        /** |x|² is x². */
        private void squares() {
            for (Term base : List.copyOf(bases.values())) {
                Coefficient exponent = exponents.get(base.id());
                if (base.isCall(Meaning.ABSOLUTE) && exponent.isWhole() && !exponent.top().testBit(0)) {
                    exponents.remove(base.id());
                    bases.remove(base.id());
                    multiply(base.argument(0), exponent);
                }
            }
        }

        /** On the diagonal a row and a column are the same: columns are taken. */
        private void columns() {
            for (Term base : List.copyOf(bases.values())) {
                if (base.shape().rows() == 1 && base.shape().columns() > 1) {
                    bases.remove(base.id());
                    collect(terms.transpose(base), exponents.remove(base.id()));
                }
            }
        }

        private Term product() {
            if (factor.isZero()) {
                return terms.pool().number(0);
            }
            List<Term> arguments = new ArrayList<>();
            List<Coefficient> powers = new ArrayList<>();
            squares();
            roots();
            if (bases.values().stream().anyMatch(Term::isIdentity)) {
                columns();
            }
            if (!factor.isTame()) {
                throw new Exhaustion("product");
            }
            for (Map.Entry<Integer, Coefficient> entry : exponents.entrySet()) {
                if (!entry.getValue().isZero()) {
                    arguments.add(bases.get(entry.getKey()));
                    powers.add(entry.getValue());
                }
            }
            if (arguments.isEmpty()) {
                return terms.pool().number(factor);
            }
            if (factor.isOne() && powers.size() == 1 && powers.get(0).isOne()) {
                return arguments.get(0);
            }
            Term outer = outer(arguments, powers);
            return outer != null ? outer : terms.pool().product(factor, arguments, powers);
        }

        /** Columns times rows are a matrix product; null if it is anything else. */
        private Term outer(List<Term> arguments, List<Coefficient> powers) {
            Powers scalars = new Powers();
            Powers columns = new Powers();
            Powers rows = new Powers();
            for (int k = 0; k < arguments.size(); k++) {
                Shape shape = arguments.get(k).shape();
                if (!shape.isVector()) {
                    return null;
                }
                (shape.isScalar() ? scalars : shape.columns() == 1 ? columns : rows).and(arguments.get(k), powers.get(k));
            }
            if (columns.isEmpty() || rows.isEmpty()) {
                return null;
            }
            Term chain = terms.chain(List.of(columns.product(terms, Coefficient.ONE), rows.product(terms, Coefficient.ONE)));
            boolean alone = factor.isOne() && scalars.isEmpty();
            return alone ? chain : scalars.and(chain, Coefficient.ONE).product(terms, factor);
        }
    }
}
