package nabla.simplify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nabla.simplify.Term.Kind;

/** Writes sums: what is added first, then what is subtracted, numbers last; factored where that is shorter. */
final class SumWriter {

    private static final int MOST_FACTORED = 24;
    /** Trials of factoring cost as many steps as the sum has factors in all. */
    private static final int MOST_STEPS = 20_000;
    // What is left over when a factor is taken out may be factored back into what it was: deeper than this nothing gets shorter.
    private static final int DEEPEST = 16;

    private final TermWriter writer;
    /** Polynomials are read as they are taught, highest power first, not nested, unless that saves a lot. */
    private static final int WORTH_NESTING = 6;

    private int steps;
    private int depth;

    SumWriter(TermWriter writer) {
        this.writer = writer;
    }

    /** The sum, or its negative. */
    WrittenTerm write(Term sum, boolean negative) {
        List<Coefficient> weights = negative ? sum.weights().stream().map(Coefficient::negated).toList() : sum.weights();
        WrittenTerm flat = flat(sum.arguments(), weights);
        if (sum.arguments().size() > MOST_FACTORED || depth >= DEEPEST || steps > MOST_STEPS) {
            return flat;
        }
        steps += sum.arguments().stream().mapToInt(item -> 1 + item.arguments().size()).sum();
        depth++;
        WrittenTerm best = null;
        for (Factoring.Factorisation factored : new Factoring(writer.terms()).of(sum)) {
            Term signed = negative ? writer.terms().scale(Coefficient.MINUS_ONE, factored.term()) : factored.term();
            WrittenTerm written = writer.write(signed);
            boolean better = !factored.nested() || written.length() + WORTH_NESTING <= flat.length();
            best = !better ? best : best == null ? written : TermWriter.shorter(best, written);
        }
        depth--;
        return best == null || best.length() > flat.length() ? flat : best;
    }

    /** As it stands. */
    WrittenTerm flat(List<Term> arguments, List<Coefficient> weights) {
        List<Term> items = new ArrayList<>();
        for (int k = 0; k < arguments.size(); k++) {
            items.add(writer.terms().scale(weights.get(k), arguments.get(k)));
        }
        List<Term> ordered = new ArrayList<>();
        for (int k : powers(arguments)) {
            ordered.add(items.get(k));
        }
        if (ordered.isEmpty() || ordered.get(0).factor().sign() < 0) {
            Collections.reverse(ordered);
        }
        if (ordered.isEmpty() || ordered.get(0).factor().sign() < 0) {
            ordered.clear();
            ordered.addAll(items);
            ordered.sort(Comparator.comparing((Term item) -> item.factor().sign() < 0).thenComparing(item -> item.is(Kind.NUMBER)));
        }
        WrittenTerm sum = null;
        for (Term item : ordered) {
            boolean positive = item.factor().sign() >= 0;
            WrittenTerm shown = writer.write(positive ? item : writer.terms().scale(Coefficient.MINUS_ONE, item));
            sum = sum == null ? positive ? shown : writer.pen().negative(shown)
                    : positive ? writer.pen().plus(sum, shown) : writer.pen().minus(sum, shown);
        }
        return sum;
    }

    /** The parts of a polynomial in one variable, the highest power first; none of any other sum. */
    private static List<Integer> powers(List<Term> arguments) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, arguments.size()).boxed().toList());
        boolean polynomial = arguments.stream().allMatch(item -> item.is(Kind.NUMBER) || item.is(Kind.ATOM)
                || item.isPower() && item.argument(0).is(Kind.ATOM));
        if (!polynomial || arguments.stream().filter(item -> !item.is(Kind.NUMBER)).map(SumWriter::base).distinct().count() != 1) {
            return List.of();
        }
        order.sort(Comparator.comparing((Integer k) -> exponent(arguments.get(k))).reversed());
        return order;
    }

    private static Term base(Term item) {
        return item.isPower() ? item.argument(0) : item;
    }

    private static Coefficient exponent(Term item) {
        return item.isPower() ? item.weights().get(0) : item.is(Kind.NUMBER) ? Coefficient.ZERO : Coefficient.ONE;
    }
}
