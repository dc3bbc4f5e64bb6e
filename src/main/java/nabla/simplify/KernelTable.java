package nabla.simplify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.limit.Stop;
import nabla.simplify.Term.Kind;

/** The variables of a rational expression. Where √x occurs, √x is the variable, and x its square. */
final class KernelTable {

    private static final int MOST_KERNELS = 10;
    private static final int MOST_PARTS = 2000;
    private static final int LARGEST_ROOT = 6;

    private final Map<Term, Integer> roots = new LinkedHashMap<>();
    private final Map<Term, Integer> variables = new LinkedHashMap<>();
    private final List<Term> kernels = new ArrayList<>();
    private int parts;

    /** A kernel's variable to a whole power. */
    record Power(int variable, int exponent) { }

    /** The kernels of a term. */
    KernelTable(Term term) {
        collect(term, Coefficient.ONE);
        roots.keySet().forEach(kernel -> {
            variables.put(kernel, kernels.size());
            kernels.add(kernel);
        });
        if (kernels.size() > MOST_KERNELS) {
            throw new Exhaustion("kernels");
        }
    }

    int size() {
        return kernels.size();
    }

    /** Whether there is anything to cancel or to collect. */
    boolean isUseful() {
        return !kernels.isEmpty() && parts > kernels.size();
    }

    private void collect(Term term, Coefficient exponent) {
        Stop.ifAsked();
        if (++parts > MOST_PARTS) {
            throw new Exhaustion("parts");
        }
        if (!isKernel(term, exponent)) {
            for (int k = 0; k < term.arguments().size(); k++) {
                collect(term.argument(k), term.is(Kind.PRODUCT) ? term.weights().get(k) : Coefficient.ONE);
            }
        } else if (!term.is(Kind.NUMBER) || !exponent.isWhole()) {
            int root = exponent.bottom().bitLength() > 4 ? LARGEST_ROOT + 1 : exponent.bottom().intValueExact();
            int all = lcm(roots.getOrDefault(term, 1), root);
            if (all > LARGEST_ROOT) {
                throw new Exhaustion("root");
            }
            roots.put(term, all);
        }
    }

    private static boolean isKernel(Term term, Coefficient exponent) {
        return !exponent.isWhole() || !term.is(Kind.SUM) && !term.is(Kind.PRODUCT);
    }

    private static int lcm(int a, int b) {
        return a / BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValueExact() * b;
    }

    /** The variable and power that a term is, or null if it is not a kernel. */
    Power kernel(Term term) {
        return kernel(term, Coefficient.ONE);
    }

    /** The variable and power that a term to an exponent is, or null if it is not a kernel. */
    Power kernel(Term term, Coefficient exponent) {
        Integer variable = variables.get(term);
        boolean number = term.is(Kind.NUMBER) && exponent.isWhole();
        if (variable == null || number || !isKernel(term, exponent)) {
            return null;
        }
        return new Power(variable, exponent.times(Coefficient.of(roots.get(term))).top().intValueExact());
    }

    /** The product of kernels to the exponents of their variables. */
    Term monomial(TermMaker terms, int[] exponents) {
        List<Coefficient> powers = new ArrayList<>();
        for (int k = 0; k < exponents.length; k++) {
            powers.add(Coefficient.of(exponents[k]).over(Coefficient.of(roots.get(kernels.get(k)))));
        }
        return terms.product(Coefficient.ONE, kernels, powers);
    }
}
