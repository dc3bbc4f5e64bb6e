package nabla.simplify;

import cc.redberry.rings.Rational;
import cc.redberry.rings.Rationals;
import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import nabla.limit.Stop;
import nabla.limit.TimeLimit;

/**
 * A term as a quotient of two polynomials without a common factor. The variables are kernels: what is not a sum, a product or a whole
 * power, such as {@code p} or {@code log(p)}. Everything is entry by entry, so matrices are treated like numbers.
 */
final class RationalForm {

    private static final int MOST_MONOMIALS = 150;
    private static final int HIGHEST_DEGREE = 20;
    private static final int MOST_FACTORED = 60;

    private final TermMaker terms;
    private final KernelTable kernels;
    private final MultivariateRing<MultivariatePolynomial<BigInteger>> ring;
    private final Rationals<MultivariatePolynomial<BigInteger>> field;

    private RationalForm(TermMaker terms, KernelTable kernels) {
        this.terms = terms;
        this.kernels = kernels;
        this.ring = Rings.MultivariateRing(kernels.size(), Rings.Z);
        this.field = Rings.Frac(ring);
    }

    /**
     * Its canonical forms: factored, and multiplied out above and below. None if it is too large. Rings keeps its random numbers in each
     * thread, and forms must not depend on what was asked before: so each comes from a thread of its own.
     */
    static List<Term> of(TermMaker terms, Term term) {
        try {
            KernelTable kernels = new KernelTable(term);
            return kernels.isUseful() ? TimeLimit.unlimited(() -> new RationalForm(terms, kernels).forms(term)) : List.of();
        } catch (Exhaustion tooLarge) {
            return List.of();
        }
    }

    private List<Term> forms(Term term) {
        Rational<MultivariatePolynomial<BigInteger>> value = value(term);
        Term above = expanded(value.numerator());
        Term below = expanded(value.denominator());
        Term factoredBelow = factored(value.denominator());
        List<Term> forms = new ArrayList<>();
        for (Term form : List.of(terms.over(above, below), terms.over(above, factoredBelow),
                terms.over(factored(value.numerator()), factoredBelow))) {
            forms.add(terms.pool().stretch(form, term.shape()));
        }
        return forms;
    }

    private Rational<MultivariatePolynomial<BigInteger>> value(Term term) {
        Stop.ifAsked();
        KernelTable.Power kernel = kernels.kernel(term);
        if (kernel != null) {
            return power(field.mk(ring.variable(kernel.variable()), ring.getOne()), kernel.exponent());
        }
        return switch (term.kind()) {
            case NUMBER -> number(term.factor());
            case SUM -> sum(term);
            default -> product(term);
        };
    }

    private Rational<MultivariatePolynomial<BigInteger>> number(Coefficient value) {
        return field.mk(ring.getOne().multiply(new BigInteger(value.top())), ring.getOne().multiply(new BigInteger(value.bottom())));
    }

    private Rational<MultivariatePolynomial<BigInteger>> sum(Term term) {
        Rational<MultivariatePolynomial<BigInteger>> sum = field.getZero();
        for (int k = 0; k < term.arguments().size(); k++) {
            sum = bounded(sum.add(number(term.weights().get(k)).multiply(value(term.argument(k)))));
        }
        return sum;
    }

    private Rational<MultivariatePolynomial<BigInteger>> product(Term term) {
        Rational<MultivariatePolynomial<BigInteger>> product = number(term.factor());
        for (int k = 0; k < term.arguments().size(); k++) {
            KernelTable.Power kernel = kernels.kernel(term.argument(k), term.weights().get(k));
            Rational<MultivariatePolynomial<BigInteger>> factor = kernel == null
                    ? power(value(term.argument(k)), term.weights().get(k).top().intValueExact())
                    : power(field.mk(ring.variable(kernel.variable()), ring.getOne()), kernel.exponent());
            product = bounded(product.multiply(factor));
        }
        return product;
    }

    private Rational<MultivariatePolynomial<BigInteger>> power(Rational<MultivariatePolynomial<BigInteger>> base, int exponent) {
        if (exponent < 0 && base.isZero() || Math.abs(exponent) > HIGHEST_DEGREE) {
            throw new Exhaustion("power");
        }
        Rational<MultivariatePolynomial<BigInteger>> power = field.getOne();
        for (int k = 0; k < Math.abs(exponent); k++) {
            power = bounded(power.multiply(base));
        }
        return exponent < 0 ? power.reciprocal() : power;
    }

    private static Rational<MultivariatePolynomial<BigInteger>> bounded(Rational<MultivariatePolynomial<BigInteger>> value) {
        if (isLarge(value.numerator()) || isLarge(value.denominator())) {
            throw new Exhaustion("polynomial");
        }
        return value;
    }

    private static boolean isLarge(MultivariatePolynomial<BigInteger> polynomial) {
        return polynomial.size() > MOST_MONOMIALS || polynomial.degreeSum() > HIGHEST_DEGREE * 2;
    }

    private Term expanded(MultivariatePolynomial<BigInteger> polynomial) {
        List<Term> monomials = new ArrayList<>();
        List<Coefficient> weights = new ArrayList<>();
        for (Monomial<BigInteger> monomial : polynomial) {
            monomials.add(kernels.monomial(terms, monomial.exponents));
            weights.add(Coefficient.of(new java.math.BigInteger(monomial.coefficient.toString())));
        }
        return monomials.isEmpty() ? terms.pool().number(0) : terms.sum(monomials, weights);
    }

    private Term factored(MultivariatePolynomial<BigInteger> polynomial) {
        if (polynomial.size() > MOST_FACTORED || polynomial.isZero()) {
            return expanded(polynomial);
        }
        PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> factors = PolynomialFactors.of(ring, polynomial);
        if (factors == null) {
            return expanded(polynomial);
        }
        Term product = expanded(factors.unit);
        for (int k = 0; k < factors.size(); k++) {
            product = terms.times(product, terms.power(expanded(factors.get(k)), Coefficient.of(factors.getExponent(k))));
        }
        return product;
    }
}
