package nabla.simplify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Op;
import nabla.limit.Stop;
import nabla.op.Binary;
import nabla.op.Unary;
import nabla.simplify.Term.Kind;
import nabla.tensor.Shape;

/**
 * Canonical forms of what is put together from pieces: everything in terms of {@code (d > 0)}, which is 1 or 0. So {@code max(a, b)} is
 * b + (a − b)·(a − b > 0), and {@code where(c, a, b)} is c·a + (1 − c)·b. Only for proofs: what {@code where} does not select need not
 * have a value, and here it is multiplied by 0.
 */
final class Piecewise {

    private static final Set<String> INDICATORS = Set.of("lt", "le", "gt", "ge", "step");
    /** Functions with a value everywhere. */
    private static final Set<String> TOTAL = Set.of("exp", "sin", "cos", "atan", "tanh", "sinh", "cosh", "sigmoid", "softplus", "abs",
            "erf", "relu", "stretch", "transpose", "sum");

    private final Terms terms;
    private final Map<Term, Boolean> indicators = new HashMap<>();
    private final Map<Term, Boolean> totals = new HashMap<>();

    Piecewise(Terms terms) {
        this.terms = terms;
    }

    /** The canonical form, or null for an operation that is of one piece. */
    Term of(Op op, List<Term> arguments) {
        Term a = arguments.get(0);
        Term b = arguments.size() > 1 ? arguments.get(1) : terms.pool().number(0);
        return switch (op.elementwise() ? Term.symbol(op) : "") {
            case "gt" -> positive(terms.minus(a, b));
            case "lt" -> positive(terms.minus(b, a));
            case "ge", "step" -> notNegative(terms.minus(a, b));
            case "le" -> notNegative(terms.minus(b, a));
            case "relu" -> larger(a, b);
            case "max" -> arguments.stream().reduce(this::larger).orElseThrow();
            case "min" -> negative(arguments.stream().map(this::negative).reduce(this::larger).orElseThrow());
            case "clip" -> negative(larger(negative(larger(a, b)), negative(arguments.get(2))));
            case "where" -> isIndicator(a) ? choice(a, b, arguments.get(2)) : null;
            case "prelu", "leaky_relu" -> choice(positive(a), a, terms.times(b, a));
            case "elu" -> choice(positive(a), a, terms.times(b, terms.minus(terms.call(Unary.EXP, List.of(a)), terms.one())));
            default -> null;
        };
    }

    private Term negative(Term term) {
        return terms.scale(Coefficient.MINUS_ONE, term);
    }

    private Term choice(Term condition, Term yes, Term no) {
        return terms.plus(no, terms.times(condition, terms.minus(yes, no)));
    }

    /** It does not matter who wins a tie, so of the two differences the one with the positive number in front is asked. */
    private Term larger(Term a, Term b) {
        Term lead = terms.minus(a, b);
        boolean turned = terms.pool().unstretched(lead).factor().sign() < 0;
        return turned ? choice(positive(negative(lead)), b, a) : choice(positive(lead), a, b);
    }

    /** {@code (d > 0)}; a positive number in front of d does not matter. */
    private Term positive(Term difference) {
        return compared(Binary.GT, difference);
    }

    /** {@code (d >= 0)}, which is not {@code (-d > 0)} where d has a value. */
    private Term notNegative(Term difference) {
        return isTotal(difference) ? terms.minus(terms.one(), positive(negative(difference))) : compared(Binary.GE, difference);
    }

    private Term compared(Binary op, Term difference) {
        Shape shape = difference.shape();
        Term d = terms.pool().unstretched(difference);
        Coefficient factor = d.factor();
        Term result;
        if (d.is(Kind.NUMBER)) {
            result = terms.pool().number(factor.sign() > 0 || factor.isZero() && op == Binary.GE ? 1 : 0);
        } else {
            Coefficient size = factor.sign() < 0 ? factor.negated() : factor;
            result = terms.pool().call(op, List.of(terms.scale(Coefficient.ONE.over(size), d), terms.pool().number(0)));
        }
        return terms.pool().stretch(result, shape);
    }

    /** Whether it can only be 0 or 1. */
    private boolean isIndicator(Term term) {
        Stop.ifAsked();
        Boolean known = indicators.get(term);
        if (known == null) {
            known = decideIndicator(term);
            indicators.put(term, known);
        }
        return known;
    }

    private boolean decideIndicator(Term term) {
        if (term.is(Kind.CALL)) {
            return INDICATORS.contains(term.symbol()) || term.isCall("stretch") && isIndicator(term.argument(0));
        }
        if (term.is(Kind.SUM)) {
            return term.arguments().size() == 2 && term.argument(0).isNumber(Coefficient.ONE) && isIndicator(term.argument(1))
                    && term.weights().equals(List.of(Coefficient.ONE, Coefficient.MINUS_ONE));
        }
        if (term.is(Kind.PRODUCT)) {
            return term.factor().isOne() && term.arguments().stream().allMatch(this::isIndicator)
                    && term.weights().stream().allMatch(Coefficient::isOne);
        }
        return term.isNumber(Coefficient.ZERO) || term.isNumber(Coefficient.ONE);
    }

    /** Whether it has a value at every point, whatever the inputs are. */
    private boolean isTotal(Term term) {
        Stop.ifAsked();
        Boolean known = totals.get(term);
        if (known == null) {
            known = decideTotal(term);
            totals.put(term, known);
        }
        return known;
    }

    private boolean decideTotal(Term term) {
        boolean total = switch (term.kind()) {
            case CALL -> TOTAL.contains(term.symbol()) || INDICATORS.contains(term.symbol());
            case PRODUCT -> term.weights().stream().allMatch(exponent -> exponent.isWhole() && exponent.sign() > 0);
            default -> true;
        };
        return total && term.arguments().stream().allMatch(this::isTotal);
    }
}
