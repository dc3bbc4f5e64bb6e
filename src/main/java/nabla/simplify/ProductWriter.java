package nabla.simplify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.op.Algebra;
import nabla.op.Meanings;
import nabla.simplify.Term.Kind;

/** Writes products: numbers and scalars first, matrix products last, negative powers below a fraction line, one sign at most. */
final class ProductWriter {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Coefficient HALF = Coefficient.ONE.over(Coefficient.of(2));

    private final TermWriter writer;

    ProductWriter(TermWriter writer) {
        this.writer = writer;
    }

    WrittenTerm write(Term term) {
        Fraction fraction = new Fraction(term);
        WrittenTerm written = fraction.written();
        return fraction.negative ? writer.pen().negative(written) : written;
    }

    /** Whether the negative of a positive product can be written without a sign in front. */
    boolean hasFlippable(Term product) {
        return product.factor().sign() > 0 && flippable(product) >= 0;
    }

    /** A factor like a − b that takes up the sign as b − a; or −1. */
    private int flippable(Term product) {
        for (int k = 0; k < product.arguments().size(); k++) {
            Coefficient exponent = product.weights().get(k);
            boolean odd = exponent.isOne() || exponent.equals(Coefficient.MINUS_ONE);
            if (odd && writer.flipped(product.argument(k)) != null) {
                return k;
            }
        }
        return -1;
    }

    private static int rank(WrittenTerm factor) {
        Formula formula = factor.formula();
        return formula instanceof Formula.Number ? 0 : formula instanceof Formula.Name || formula instanceof Formula.Derivative ? 1 : 2;
    }

    private final class Fraction {

        private final List<WrittenTerm> scalars = new ArrayList<>();
        private final List<WrittenTerm> matrices = new ArrayList<>();
        private final List<WrittenTerm> chains = new ArrayList<>();
        private final List<WrittenTerm> below = new ArrayList<>();
        private final Term term;
        private boolean negative;

        private Fraction(Term whole) {
            this.term = exponentials(whole);
            this.negative = term.factor().sign() < 0;
            Set<Integer> flipped = flipped();
            List<Integer> left = new ArrayList<>(order());
            while (!left.isEmpty()) {
                int k = left.remove(0);
                List<Integer> together = left.stream().filter(other -> underOneRoot(k, other)).toList();
                if (together.isEmpty()) {
                    add(term.argument(k), term.weights().get(k), flipped.contains(k));
                } else {
                    left.removeAll(together);
                    root(k, together);
                }
            }
        }

        /** Exponentials of one shape are written as one, of the sum: exp(x + y). */
        private Term exponentials(Term whole) {
            List<Integer> all = IntStream.range(0, whole.arguments().size()).filter(k -> whole.argument(k).isCall(Meaning.EXPONENTIAL)
                    && whole.weights().get(k).isWhole()).boxed().toList();
            if (all.isEmpty() || all.size() == 1 && !whole.weights().get(all.get(0)).equals(Coefficient.of(2))
                    || all.stream().map(k -> whole.argument(k).shape()).distinct().count() > 1) {
                return whole;
            }
            Terms terms = writer.terms();
            Term sum = terms.sum(all.stream().map(k -> whole.argument(k).argument(0)).toList(), all.stream().map(k -> whole.weights().get(k)).toList());
            Term exponential = terms.pool().call(Meanings.of(Meaning.EXPONENTIAL), List.of(sum));
            List<Term> factors = new ArrayList<>(List.of(exponential));
            List<Coefficient> powers = new ArrayList<>(List.of(Coefficient.ONE));
            for (int k = 0; k < whole.arguments().size(); k++) {
                if (!all.contains(k)) {
                    factors.add(whole.argument(k));
                    powers.add(whole.weights().get(k));
                }
            }
            return terms.pool().product(whole.factor(), factors, powers);
        }

        /** The factors to write with the opposite sign: those that were spelled so, and one that takes up a sign in front. */
        private Set<Integer> flipped() {
            Set<Integer> flipped = new HashSet<>();
            for (int k = 0; k < term.arguments().size(); k++) {
                Coefficient exponent = term.weights().get(k);
                if (exponent.isWhole() && writer.terms().pool().isSpelledTurned(term.argument(k)) && writer.flipped(term.argument(k)) != null) {
                    flipped.add(k);
                    negative ^= exponent.top().testBit(0);
                }
            }
            int last = negative ? flippable(term) : -1;
            if (last >= 0) {
                negative = false;
                if (!flipped.remove(last)) {
                    flipped.add(last);
                }
            }
            return flipped;
        }

        /** Roots of what cannot be negative are written as one. */
        private boolean underOneRoot(int a, int b) {
            Coefficient exponent = term.weights().get(a);
            Signs signs = writer.terms().pool().signs();
            return !exponent.isWhole() && (exponent.equals(term.weights().get(b)) || exponent.negated().equals(term.weights().get(b)))
                    && signs.isNonnegative(term.argument(a)) && signs.isNonnegative(term.argument(b))
                    && (term.argument(a).shape().equals(term.argument(b).shape()) || term.argument(a).is(Kind.NUMBER)
                            || term.argument(b).is(Kind.NUMBER));
        }

        private void root(int first, List<Integer> others) {
            List<Integer> all = new ArrayList<>(others);
            all.add(0, first);
            Coefficient exponent = term.weights().get(first);
            boolean below = all.stream().allMatch(k -> term.weights().get(k).sign() < 0);
            Coefficient root = exponent.sign() < 0 && !below ? exponent.negated() : exponent;
            List<Coefficient> powers = all.stream().map(k -> term.weights().get(k).over(root)).toList();
            add(writer.terms().product(Coefficient.ONE, all.stream().map(term::argument).toList(), powers), root, false);
        }

        /** Constants first, then what comes from upstream, then inputs and named nodes by name, then the rest. */
        private List<Integer> order() {
            return IntStream.range(0, term.arguments().size()).boxed()
                    .sorted(Comparator.comparing((Integer k) -> rank(term.argument(k))).thenComparing(k -> name(term.argument(k)))).toList();
        }

        private static int rank(Term base) {
            boolean upstream = base.is(Kind.ATOM) && base.node().name() != null && base.node().name().indexOf('/') >= 0;
            boolean constant = base.is(Kind.ATOM) && base.shape().isScalar() && base.node() instanceof Constant;
            return constant ? -2 : upstream ? -1 : !base.is(Kind.ATOM) ? 2 : base.node() instanceof Apply ? 1 : 0;
        }

        private static String name(Term base) {
            String name = base.is(Kind.ATOM) && base.node().name() != null ? base.node().name() : "";
            // x2 comes before x10.
            return NUMBER.matcher(name).replaceAll(number -> String.format(Locale.ROOT, "%9s", number.group()));
        }

        private void add(Term base, Coefficient exponent, boolean flip) {
            WrittenTerm written = flip ? writer.flipped(base) : writer.write(base);
            if (written.isOne()) {
                return;
            }
            boolean reciprocal = exponent.sign() < 0;
            if (reciprocal && base.isCall(Meaning.EXPONENTIAL) && exponent.isWhole()) {
                Term mirrored = writer.terms().scale(exponent, base.argument(0));
                written = writer.pen().apply(Meaning.EXPONENTIAL, writer.write(mirrored));
                reciprocal = false;
            } else {
                written = power(written, reciprocal ? exponent.negated() : exponent);
            }
            if (reciprocal) {
                below.add(written);
            } else if (exponent.isOne() && !base.shape().isScalar() && written.isChain()) {
                chains.add(written);
            } else {
                (base.shape().isScalar() ? scalars : matrices).add(written);
            }
        }

        private WrittenTerm power(WrittenTerm base, Coefficient exponent) {
            if (exponent.isOne()) {
                return base;
            }
            return exponent.equals(HALF) ? writer.pen().apply(Meaning.ROOT, base)
                    : writer.pen().apply(Meaning.POWER, base, writer.pen().number(exponent));
        }

        private WrittenTerm written() {
            Coefficient factor = term.factor().sign() < 0 ? term.factor().negated() : term.factor();
            boolean decimal = factor.isDecimal();
            Coefficient top = decimal ? factor : Coefficient.of(factor.top());
            List<WrittenTerm> front = new ArrayList<>(scalars);
            if (!top.isOne()) {
                front.add(0, writer.pen().number(top));
            }
            List<WrittenTerm> under = new ArrayList<>(below);
            if (!decimal && !factor.isWhole()) {
                under.add(0, writer.pen().number(Coefficient.of(factor.bottom())));
            }
            WrittenTerm above = above(front);
            if (under.isEmpty()) {
                return above == null ? writer.pen().leaf(Algebra.ONE) : above;
            }
            return writer.pen().over(above == null ? writer.pen().leaf(Algebra.ONE) : above, multiplied(under));
        }

        private WrittenTerm above(List<WrittenTerm> front) {
            WrittenTerm scalar = front.isEmpty() ? null : multiplied(front);
            if (chains.size() == 1 && matrices.isEmpty()) {
                return scalar == null ? chains.get(0) : writer.pen().times(scalar, chains.get(0));
            }
            List<WrittenTerm> all = new ArrayList<>();
            if (scalar != null) {
                all.add(scalar);
            }
            all.addAll(matrices);
            all.addAll(chains);
            return all.isEmpty() ? null : multiplied(all);
        }

        /** Factors that are products themselves are taken apart; names then come before what is built from them. */
        private WrittenTerm multiplied(List<WrittenTerm> factors) {
            List<WrittenTerm> all = new ArrayList<>();
            factors.forEach(factor -> all.addAll(writer.pen().factors(factor)));
            if (all.size() > factors.size() && all.stream().noneMatch(WrittenTerm::isChain)) {
                all.sort(Comparator.comparingInt(ProductWriter::rank));
            }
            WrittenTerm product = all.get(0);
            for (WrittenTerm factor : all.subList(1, all.size())) {
                product = writer.pen().product(product, factor);
            }
            return product;
        }
    }
}
