package nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import nabla.simplify.Term.Kind;

/** Writes sums: what is added first, then what is subtracted, numbers last; factored where that is shorter. */
final class SumWriter {

    private static final int MOST_FACTORED = 24;
    /** Trials of factoring cost as many steps as the sum has factors in all. */
    private static final int MOST_STEPS = 20_000;
    // What is left over when a factor is taken out may be factored back into what it was: deeper than this nothing gets shorter.
    private static final int DEEPEST = 16;

    private final TermWriter writer;
    private int steps;
    private int depth;

    SumWriter(TermWriter writer) {
        this.writer = writer;
    }

    /** The sum, or its negative. */
    Written write(Term sum, boolean negative) {
        List<Coefficient> weights = negative ? sum.weights().stream().map(Coefficient::negated).toList() : sum.weights();
        Written flat = flat(sum.arguments(), weights);
        if (sum.arguments().size() > MOST_FACTORED || depth >= DEEPEST || steps > MOST_STEPS) {
            return flat;
        }
        steps += sum.arguments().stream().mapToInt(item -> 1 + item.arguments().size()).sum();
        depth++;
        Written best = null;
        for (Term factored : new Factoring(writer.terms()).of(sum)) {
            Term signed = negative ? writer.terms().scale(Coefficient.MINUS_ONE, factored) : factored;
            Written written = writer.write(signed);
            best = best == null ? written : TermWriter.shorter(best, written);
        }
        depth--;
        return best == null || best.length() > flat.length() ? flat : best;
    }

    /** As it stands. */
    Written flat(List<Term> arguments, List<Coefficient> weights) {
        List<Written> added = new ArrayList<>();
        List<Written> subtracted = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < arguments.size(); k++) {
                if (arguments.get(k).is(Kind.NUMBER) == (pass == 1)) {
                    Term item = writer.terms().scale(weights.get(k), arguments.get(k));
                    boolean positive = isPositive(item);
                    Term shown = positive ? item : writer.terms().scale(Coefficient.MINUS_ONE, item);
                    (positive ? added : subtracted).add(writer.write(shown));
                }
            }
        }
        Written sum = null;
        for (Written item : added) {
            sum = sum == null ? item : writer.pen().plus(sum, item);
        }
        for (Written item : subtracted) {
            sum = sum == null ? writer.pen().negative(item) : writer.pen().minus(sum, item);
        }
        return sum;
    }

    private boolean isPositive(Term item) {
        return item.factor().sign() >= 0;
    }
}
