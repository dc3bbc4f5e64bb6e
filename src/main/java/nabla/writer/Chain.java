package nabla.writer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import nabla.report.Derivation;
import nabla.report.Derivation.Path;
import nabla.report.Derivation.Step;
import nabla.report.Derivation.Working;

/** The lines of the chain rule: symbols, what stands for them, numbers. Long products are elided in the middle, like the way itself. */
final class Chain {

    /** More factors than this are elided. */
    private static final int MOST = 12;
    private static final int FIRST = 4;
    private static final int LAST = 3;

    private final Working working;
    private final String times;
    private final String dots;

    /** With the sign between factors, and what stands for those that are left out. */
    Chain(Derivation derivation, String times, String dots) {
        this.working = derivation.working();
        this.times = times;
        this.dots = dots;
    }

    /** Whether there is more to say than one local derivative. */
    boolean isLong() {
        return working.paths().size() > 1 || working.paths().get(0).factors().size() > 1;
    }

    /** Each path as a product of what is written for its factors; null where something has nothing written for it. */
    List<List<String>> paths(Function<Step, String> written) {
        List<List<String>> paths = new ArrayList<>();
        for (Path path : working.paths()) {
            List<String> factors = new ArrayList<>();
            for (Step factor : ends(path.factors())) {
                String text = factor == null ? dots : written.apply(factor);
                if (text == null) {
                    return null;
                }
                factors.add(text);
            }
            paths.add(factors);
        }
        return paths;
    }

    /** The factors, or the first and the last with a null between. */
    private List<Step> ends(List<Step> factors) {
        if (factors.size() <= MOST && working.omitted() == 0) {
            return factors;
        }
        List<Step> ends = new ArrayList<>(factors.subList(0, FIRST));
        ends.addAll(Collections.nCopies(1, null));
        ends.addAll(factors.subList(factors.size() - LAST, factors.size()));
        return ends;
    }

    /** The paths in one line. */
    String line(List<List<String>> paths) {
        return String.join(" + ", paths.stream().map(factors -> String.join(times, factors)).toList());
    }
}
