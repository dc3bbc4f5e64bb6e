package nabla.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nabla.graph.Node;
import nabla.verdict.Verdict;

/** Verifies random graphs by the thousand, right ones and broken ones, and counts the verdicts. */
final class Soak {

    private static final CheckPrecision PRECISION = new CheckPrecision(1e-6, 0);

    private Soak() { }

    /**
     * What became of one graph.
     *
     * @param verdict the worst of its gradients, in a word
     * @param truth   whether the wrong rule changes anything; null for a right graph
     * @param named   whether the operation with the wrong rule, and no other, is said to be at fault
     * @param text    how to get there again
     */
    record Outcome(String verdict, Truth truth, boolean named, RandomGraph graph, String text) {

        boolean is(Truth expected, String word) {
            return truth == expected && verdict.equals(word);
        }

        /** Whether it counts among the failures or the few that may stay open. */
        boolean standsOut() {
            boolean open = verdict.equals("unresolved") || verdict.equals("undefined");
            return open || truth == Truth.HIDDEN || verdict.equals("disagree") == (truth != Truth.CHANGED)
                    || truth == Truth.CHANGED && !named;
        }

        /** Written out at once if it stands out: nobody has to wait for the last of thousands. */
        Outcome told() {
            if (standsOut()) {
                System.out.println((truth == null ? "right" : "broken " + truth + (named ? " named" : "")) + ": " + text + "\n");
            }
            return this;
        }
    }

    /** Graphs with right rules, of the seeds from 0 on. */
    static List<Outcome> right(int count) {
        return LongStream.range(0, count).parallel().mapToObj(Soak::right).toList();
    }

    /** Graphs with one wrong rule, of as many other seeds. */
    static List<Outcome> broken(int count) {
        return LongStream.iterate(1_000_000, seed -> seed + 1).limit(count).parallel().mapToObj(Soak::broken).toList();
    }

    /** The graph of one seed. */
    static Outcome right(long seed) {
        RandomGraph graph = Grower.grow(seed);
        String worst = worst(check(graph));
        return new Outcome(word(worst), null, false, graph, graph.text() + "\n" + worst).told();
    }

    /** The same with one wrong rule. */
    static Outcome broken(long seed) {
        Mutant mutant = mutant(seed);
        VerifiedGraph checked = check(mutant.broken());
        String worst = worst(checked);
        boolean named = !checked.faults().isEmpty() && checked.faults().values().stream().allMatch(fault -> fault.use() == mutant.guilty());
        String text = mutant.right().text() + "\n" + mutant.what() + "\n" + worst;
        Truth truth = Truth.of(mutant);
        boolean excused = truth == Truth.SAME && word(worst).equals("disagree") && isExcused(check(mutant.right()));
        return new Outcome(word(worst), excused ? Truth.HIDDEN : truth, named, mutant.right(), text).told();
    }

    /** Whether what the right rules say is wrong too, and excused or not looked at because they are right: beside a wrong rule it is not. */
    private static boolean isExcused(VerifiedGraph right) {
        return right.results().values().stream().filter(result -> result.worst() != null).map(result -> result.worst().verdict())
                .anyMatch(verdict -> verdict instanceof Verdict.Kink kink && kink.convention().contains("not add up") || verdict instanceof Verdict.Unchecked);
    }

    private static VerifiedGraph check(RandomGraph graph) {
        return new Checker(graph.model(), PRECISION).run();
    }

    private static Mutant mutant(long seed) {
        Mutant mutant = Mutant.of(Grower.grow(seed));
        for (long other = seed; mutant == null; other += 10_000_000) {
            mutant = Mutant.of(Grower.grow(other));
        }
        return mutant;
    }

    private static String word(String worst) {
        return worst.substring(0, worst.indexOf(' '));
    }

    /** The verdict that speaks for a graph, and where it was found. */
    private static String worst(VerifiedGraph checked) {
        Node at = null;
        Finding worst = null;
        for (Map.Entry<Node, NodeResult> each : checked.results().entrySet()) {
            Finding found = each.getValue().worst();
            if (found != null && found.worseThan(worst)) {
                worst = found;
                at = each.getKey();
            }
        }
        Verdict verdict = worst == null ? new Verdict.Unchecked("no variables") : worst.verdict();
        return verdict.word() + " for " + (at == null ? "nothing" : checked.names().of(at) + ", entry " + checked.results().get(at).entry())
                + ": " + worst;
    }

    /** How many of each verdict. */
    static String count(List<Outcome> outcomes) {
        return outcomes.stream().collect(Collectors.groupingBy(outcome -> (outcome.truth == null ? "" : outcome.truth + " ") + outcome.verdict,
                TreeMap::new, Collectors.counting())).toString();
    }

    /** Those of a kind, written out, some of them. */
    static String some(List<Outcome> outcomes) {
        return outcomes.size() + ":\n" + outcomes.stream().limit(5).map(Outcome::text).collect(Collectors.joining("\n\n"));
    }
}
