package nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import nabla.formula.NumberText;
import nabla.graph.Meaning;
import nabla.graph.Op;
import nabla.graph.Trait;
import nabla.op.Meanings;
import nabla.simplify.Term.Kind;
import nabla.tensor.Tensor;

/** All other operations: pairs that cancel, numbers with short values, transposes and stretches that entry-by-entry functions let through. */
final class CallRules {

    private static final int MOST_DIGITS = 6;
    private static final Op EXP = Meanings.of(Meaning.EXPONENTIAL);
    private static final Op LOG = Meanings.of(Meaning.LOGARITHM);
    private static final Op ABS = Meanings.of(Meaning.ABSOLUTE);
    private static final Op POW = Meanings.of(Meaning.POWER);

    private final TermMaker terms;
    private final Piecewise pieces;

    CallRules(TermMaker terms) {
        this.terms = terms;
        this.pieces = new Piecewise(terms);
    }

    Term of(Op op, List<Term> arguments) {
        if (op.elementwise() && arguments.stream().allMatch(argument -> argument.is(Kind.NUMBER))) {
            return number(op, arguments);
        }
        Term canonical = terms.isCanonical() ? pieces.of(op, arguments) : null;
        if (canonical != null) {
            return canonical;
        }
        if (arguments.size() == 1 && op.elementwise()) {
            return unary(op, arguments.get(0));
        }
        if (op.meaning() == Meaning.DIAGONAL && arguments.get(0).shape().isVector()) {
            return diagonal(arguments.get(0));
        }
        if (op.meaning() == Meaning.TRACE && terms.isCanonical()) {
            return new Traces(terms).of(arguments.get(0));
        }
        if (op.meaning() == Meaning.MEAN && arguments.get(0).is(Kind.PRODUCT)) {
            return mean(op, arguments.get(0));
        }
        if (op.meaning() == Meaning.POWER) {
            return power(arguments.get(0), arguments.get(1));
        }
        return terms.pool().call(op, arguments);
    }

    /** Written {@code diag(a)}, but a·I to work with. */
    private Term diagonal(Term vector) {
        Term column = vector.shape().columns() == 1 ? vector : terms.transpose(vector);
        return terms.times(column, terms.pool().eye(vector.shape().count()));
    }

    /** What is the same for all entries comes out. */
    private Term mean(Op op, Term product) {
        Powers outside = Powers.of(product, factor -> factor.shape().isScalar());
        Powers inside = Powers.of(product, factor -> !factor.shape().isScalar());
        Term mean = terms.pool().call(op, List.of(terms.pool().stretch(inside.product(terms, Coefficient.ONE), product.shape())));
        return outside.and(mean, Coefficient.ONE).product(terms, product.factor());
    }

    private Term unary(Op op, Term argument) {
        if (argument.isCall(Meaning.STRETCH)) {
            return terms.pool().stretch(unary(op, argument.argument(0)), argument.shape());
        }
        if (argument.isCall(Meaning.TRANSPOSE)) {
            return terms.transpose(unary(op, argument.argument(0)));
        }
        if (argument.is(Kind.NUMBER)) {
            return number(op, List.of(argument));
        }
        return switch (op.meaning()) {
            case LOGARITHM -> {
                Term exponent = exponent(argument);
                yield exponent != null ? exponent : terms.isCanonical() ? logarithm(argument) : plain(op, argument);
            }
            case EXPONENTIAL -> argument.isCall(Meaning.LOGARITHM) ? argument.argument(0)
                    : terms.isCanonical() ? exponential(argument) : plain(op, argument);
            case ABSOLUTE -> absolute(argument);
            default -> plain(op, argument);
        };
    }

    private Term plain(Op op, Term argument) {
        return isNegative(argument) ? mirrored(op, argument) : terms.pool().call(op, List.of(argument));
    }

    /** The logarithm of e, of a product of powers of exponentials, or of a root; null of anything else. */
    private Term exponent(Term argument) {
        if (argument.is(Kind.ATOM) && TermReader.isEuler(argument.node())) {
            return terms.one();
        } else if (argument.isCall(Meaning.EXPONENTIAL)) {
            return argument.argument(0);
        } else if (argument.isPower() && argument.argument(0).isCall(Meaning.EXPONENTIAL)) {
            return terms.scale(argument.weights().get(0), argument.argument(0).argument(0));
        } else if (argument.is(Kind.PRODUCT) && argument.factor().isOne()
                && argument.arguments().stream().allMatch(base -> base.isCall(Meaning.EXPONENTIAL) && base.shape().equals(argument.shape()))) {
            return terms.sum(argument.arguments().stream().map(base -> base.argument(0)).toList(), argument.weights());
        }
        boolean root = argument.isPower() && !argument.weights().get(0).isWhole();
        return root ? terms.scale(argument.weights().get(0), unary(LOG, argument.argument(0))) : null;
    }

    /** Numbers are worked out where no digits are lost. */
    private Term number(Op op, List<Term> arguments) {
        Tensor value = Tensor.scalar(0);
        op.value(arguments.stream().map(argument -> Tensor.scalar(argument.factor().value())).toArray(Tensor[]::new), value);
        if (!value.isFinite()) {
            throw new Exhaustion("no value");
        }
        Coefficient exact = Coefficient.of(value.at(0));
        boolean isShort = exact != null && NumberText.of(Math.abs(value.at(0))).length() <= MOST_DIGITS;
        return isShort ? terms.pool().number(exact) : terms.pool().call(op, arguments);
    }

    /** A product of powers of exponentials. */
    private Term exponential(Term argument) {
        if (argument.is(Kind.PRODUCT) && !argument.factor().isOne()) {
            return terms.power(unary(EXP, Products.withoutFactor(terms, argument)), argument.factor());
        }
        if (argument.is(Kind.SUM)) {
            List<Term> powers = argument.arguments().stream()
                    .map(part -> part.isNumber(Coefficient.ONE) ? terms.pool().call(EXP, List.of(part)) : unary(EXP, part)).toList();
            return terms.product(Coefficient.ONE, powers, argument.weights());
        }
        return terms.pool().call(EXP, List.of(argument));
    }

    /** A sum of logarithms: of what cannot be negative, of absolute values where the power is even, and of the rest. */
    private Term logarithm(Term argument) {
        if (!argument.is(Kind.PRODUCT)) {
            return terms.pool().call(LOG, List.of(argument));
        }
        List<Term> logarithms = new ArrayList<>();
        List<Coefficient> weights = new ArrayList<>();
        Powers rest = new Powers();
        for (int k = 0; k < argument.arguments().size(); k++) {
            Term base = argument.argument(k);
            Coefficient power = argument.weights().get(k);
            if (terms.pool().signs().isNonnegative(base) || !power.isWhole() || !power.top().testBit(0)) {
                logarithms.add(unary(LOG, power.isWhole() ? unary(ABS, base) : base));
                weights.add(power);
            } else {
                rest.and(base, power);
            }
        }
        Coefficient factor = argument.factor();
        boolean negative = factor.sign() < 0;
        (negative ? factor.negated() : factor).primes().forEach((prime, times) -> {
            logarithms.add(number(LOG, List.of(terms.pool().number(Coefficient.of(prime)))));
            weights.add(Coefficient.of(times));
        });
        if (negative || !rest.isEmpty()) {
            Term inner = rest.product(terms, negative ? Coefficient.MINUS_ONE : Coefficient.ONE);
            logarithms.add(terms.pool().call(LOG, List.of(inner)));
            weights.add(Coefficient.ONE);
        }
        return logarithms.isEmpty() ? terms.pool().number(0) : terms.sum(logarithms, weights);
    }

    /** What cannot be negative needs no bars. */
    private Term absolute(Term argument) {
        if (terms.pool().signs().isNonnegative(argument)) {
            return argument;
        }
        if (!argument.is(Kind.PRODUCT)) {
            return terms.pool().call(ABS, List.of(argument));
        }
        Powers outside = new Powers();
        Powers inside = new Powers();
        for (int k = 0; k < argument.arguments().size(); k++) {
            Term base = argument.argument(k);
            Coefficient power = argument.weights().get(k);
            boolean free = terms.pool().signs().isNonnegative(base) || !power.isWhole() || !power.top().testBit(0);
            boolean apart = free || terms.isCanonical();
            (apart ? outside : inside).and(free ? base : apart ? terms.pool().call(ABS, List.of(base)) : base, power);
        }
        if (!inside.isEmpty()) {
            outside.and(terms.pool().call(ABS, List.of(inside.product(terms, Coefficient.ONE))), Coefficient.ONE);
        }
        Coefficient factor = argument.factor();
        return outside.product(terms, factor.sign() < 0 ? factor.negated() : factor);
    }

    private static boolean isNegative(Term term) {
        return term.is(Kind.PRODUCT) && term.factor().sign() < 0;
    }

    /** Functions of −x in terms of x. */
    private Term mirrored(Op op, Term argument) {
        Term positive = terms.scale(Coefficient.MINUS_ONE, argument);
        if (op.meaning() == Meaning.EXPONENTIAL) {
            return terms.power(terms.pool().call(op, List.of(positive)), Coefficient.MINUS_ONE);
        }
        if (op.is(Trait.EVEN)) {
            return terms.pool().call(op, List.of(positive));
        }
        if (op.is(Trait.ODD)) {
            return terms.scale(Coefficient.MINUS_ONE, terms.pool().call(op, List.of(positive)));
        }
        return terms.pool().call(op, List.of(argument));
    }

    private Term power(Term base, Term exponent) {
        Term n = terms.pool().unstretched(exponent);
        if (n.is(Kind.NUMBER)) {
            Term power = terms.power(base, n.factor());
            return terms.pool().stretch(power, base.shape().broadcast(exponent.shape()));
        }
        if (n.isZero() || base.isNumber(Coefficient.ONE)) {
            return terms.pool().stretch(terms.one(), base.shape().broadcast(exponent.shape()));
        }
        if (terms.isCanonical()) {
            return symbolic(base, exponent);
        }
        return terms.pool().call(POW, List.of(base, exponent));
    }

    /** x^y is e^(y log x) where x cannot be negative; whole numbers in the exponent come out of any power. */
    private Term symbolic(Term base, Term exponent) {
        if (terms.pool().signs().isNonnegative(base)) {
            return unary(EXP, terms.times(exponent, unary(LOG, base)));
        }
        Term n = terms.pool().unstretched(exponent);
        Coefficient whole = Coefficient.of(number(n).floor());
        Term rest = terms.minus(exponent, terms.pool().number(whole));
        return terms.times(terms.pool().call(POW, List.of(base, rest)), terms.power(base, whole));
    }

    /** What is added to the rest of a sum. */
    private static Coefficient number(Term term) {
        Term sum = term.isMultiple() ? term.argument(0) : term;
        boolean has = sum.is(Kind.SUM) && sum.argument(0).is(Kind.NUMBER);
        return has ? sum.weights().get(0).times(term.factor()) : Coefficient.ZERO;
    }
}
