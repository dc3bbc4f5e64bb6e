package nabla.simplify;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Trait;
import nabla.op.Meanings;
import nabla.simplify.Term.Kind;
import nabla.tensor.Shape;

/**
 * Canonical forms of what is put together from pieces: everything in terms of {@code (d > 0)}, which is 1 or 0. So {@code max(a, b)} is
 * b + (a − b)·(a − b > 0), and {@code where(c, a, b)} is c·a + (1 − c)·b. Only for proofs: what {@code where} does not select need not
 * have a value, and here it is multiplied by 0.
 */
final class Piecewise {

    private final TermMaker terms;
    /** Whether a term can only be 0 or 1. */
    private final Memo<Boolean> indicators = new Memo<>(this::isIndicator);
    /** Whether it has a value at every point, whatever the inputs are. */
    private final Memo<Boolean> totals = new Memo<>(this::isTotal);

    Piecewise(TermMaker terms) {
        this.terms = terms;
    }

    /** The canonical form, or null for an operation that is of one piece. */
    Term of(Op op, List<Term> arguments) {
        Term a = arguments.get(0);
        Term b = arguments.size() > 1 ? arguments.get(1) : terms.pool().number(0);
        return switch (op.meaning()) {
            case MORE -> positive(terms.minus(a, b));
            case LESS -> positive(terms.minus(b, a));
            case AT_LEAST -> notNegative(terms.minus(a, b));
            case AT_MOST -> notNegative(terms.minus(b, a));
            case LARGER -> arguments.stream().reduce(this::larger).orElseThrow();
            case SMALLER -> negative(arguments.stream().map(this::negative).reduce(this::larger).orElseThrow());
            case CHOICE -> indicators.of(a) ? choice(a, b, arguments.get(2)) : null;
            default -> op.is(Trait.BEND) || op.is(Trait.CHOOSES) || op.is(Trait.ZERO_OR_ONE) ? written(op, arguments) : null;
        };
    }

    /** By its definition, whose pieces are these. */
    private Term written(Op op, List<Term> arguments) {
        List<Input> inputs = arguments.stream().map(argument -> new Input("argument", argument.shape())).toList();
        Node definition = op.definition(new Apply(null, op, inputs));
        return definition == null ? null : TermReader.of(terms, inputs, arguments).read(definition);
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
        return compared(Meaning.MORE, difference);
    }

    /** {@code (d >= 0)}, which is not {@code (-d > 0)} where d has a value. */
    private Term notNegative(Term difference) {
        return totals.of(difference) ? terms.minus(terms.one(), positive(negative(difference))) : compared(Meaning.AT_LEAST, difference);
    }

    private Term compared(Meaning meaning, Term difference) {
        Shape shape = difference.shape();
        Term d = terms.pool().unstretched(difference);
        Coefficient factor = d.factor();
        Term result = meaning == Meaning.MORE ? rectified(d) : null;
        if (result != null) {
            return terms.pool().stretch(result, shape);
        } else if (d.is(Kind.NUMBER)) {
            result = terms.pool().number(factor.sign() > 0 || factor.isZero() && meaning == Meaning.AT_LEAST ? 1 : 0);
        } else {
            Coefficient size = factor.sign() < 0 ? factor.negated() : factor;
            result = terms.pool().call(Meanings.of(meaning), List.of(terms.scale(Coefficient.ONE.over(size), d), terms.pool().number(0)));
        }
        return terms.pool().stretch(result, shape);
    }

    /**
     * What is known of a rectifier's sign: u·(u &gt; 0) is positive where u is, and u·(u &gt; 0) − u where u is negative; with the other sign neither
     * is anywhere. So a mask of what a rectifier gives is one of what it takes.
     */
    private Term rectified(Term term) {
        boolean turned = term.isMultiple() && term.argument(0).is(Kind.SUM);
        Term sum = turned ? term.argument(0) : term;
        List<Term> parts = sum.is(Kind.SUM) ? sum.arguments() : List.of(sum);
        List<Coefficient> weights = sum.is(Kind.SUM) ? sum.weights().stream().map(weight -> turned ? weight.times(term.factor()) : weight).toList()
                : List.of(Coefficient.ONE);
        Set<Term> masks = new LinkedHashSet<>();
        parts.stream().map(terms.pool()::unstretched).filter(part -> part.is(Kind.PRODUCT)).forEach(part -> part.arguments().stream()
                .filter(factor -> terms.pool().unstretched(factor).isCall(Meaning.MORE)).forEach(masks::add));
        for (Term mask : masks) {
            Map<Term, Coefficient> masked = new LinkedHashMap<>();
            Map<Term, Coefficient> rest = new LinkedHashMap<>();
            for (int k = 0; k < parts.size(); k++) {
                Term without = without(mask, terms.pool().unstretched(parts.get(k)));
                (without == null ? rest : masked).merge(without == null ? parts.get(k) : without, weights.get(k), Coefficient::plus);
            }
            Term result = rectified(terms.pool().unstretched(mask), sum(masked), sum(rest));
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    private Term sum(Map<Term, Coefficient> weighted) {
        return terms.pool().unstretched(terms.sum(List.copyOf(weighted.keySet()), List.copyOf(weighted.values())));
    }

    private Term rectified(Term mask, Term masked, Term rest) {
        if (masked.isZero()) {
            return null;
        }
        Coefficient size = masked.factor().sign() < 0 ? masked.factor().negated() : masked.factor();
        Term scaled = terms.pool().unstretched(terms.scale(Coefficient.ONE.over(size), masked));
        boolean upright = scaled == mask.argument(0);
        boolean whole = rest.isZero();
        if (!(upright || scaled == negative(mask.argument(0))) || !whole && rest != negative(masked)) {
            return null;
        }
        return !upright ? terms.pool().number(0) : whole ? mask : positive(negative(mask.argument(0)));
    }

    /** A product without a factor; null where it does not have it. */
    private Term without(Term factor, Term term) {
        int k = term.is(Kind.PRODUCT) ? term.arguments().indexOf(factor) : -1;
        return k >= 0 && term.weights().get(k).isOne() ? terms.over(term, factor) : null;
    }

    private boolean isIndicator(Term term) {
        if (term.is(Kind.CALL)) {
            return term.isCall(Trait.ZERO_OR_ONE) || term.isCall(Meaning.STRETCH) && indicators.of(term.argument(0));
        }
        if (term.is(Kind.SUM)) {
            return term.arguments().size() == 2 && term.argument(0).isNumber(Coefficient.ONE) && indicators.of(term.argument(1))
                    && term.weights().equals(List.of(Coefficient.ONE, Coefficient.MINUS_ONE));
        }
        if (term.is(Kind.PRODUCT)) {
            return term.factor().isOne() && term.arguments().stream().allMatch(indicators::of)
                    && term.weights().stream().allMatch(Coefficient::isOne);
        }
        return term.isNumber(Coefficient.ZERO) || term.isNumber(Coefficient.ONE);
    }

    private boolean isTotal(Term term) {
        boolean total = switch (term.kind()) {
            case CALL -> term.isCall(Trait.TOTAL);
            case PRODUCT -> term.weights().stream().allMatch(exponent -> exponent.isWhole() && exponent.sign() > 0);
            default -> true;
        };
        return total && term.arguments().stream().allMatch(totals::of);
    }
}
