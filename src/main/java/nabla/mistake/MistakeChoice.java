package nabla.mistake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nabla.report.Mistake;

/** What is told of the mistakes that give an answer: those with the same formula together, the simplest first. */
public final class MistakeChoice {

    /** So many codes are given at most. */
    static final int MOST = 3;

    /** What says no more than that the sign is wrong, where that is all that is wrong with the answer. */
    private static final Set<String> SAME_AS_SIGN = Set.of("lost-upstream", "value", "power-rule", "zero");

    /** The same for 1/m. */
    private static final Set<String> SAME_AS_MEAN = Set.of("lost-link", "lost-upstream", "lost-path", "value", "other-variable",
            "power-rule",
            "zero", "lost-activation");

    /** The same for an answer that is 0 everywhere. */
    private static final Set<String> SAME_AS_ZERO = Set.of("lost-path", "value", "grad-for-value");

    /** The same for a statistic whose path is lost: inside it other slips come to the same. */
    private static final Set<String> SAME_AS_NORM = Set.of("lost-path", "lost-link", "lost-upstream", "power-rule", "inner-misplaced", "value", "zero");

    /** The same for a sum that is missing. */
    private static final Set<String> SAME_AS_SUM = Set.of("other-variable");

    private MistakeChoice() { }

    /** The likeliest; of the others those with another code, three codes at most in all. */
    static Optional<Mistake> of(List<Candidate> matches) {
        Map<String, Mistake> told = new LinkedHashMap<>();
        for (Candidate match : told(matches)) {
            for (String code : match.codes()) {
                if (told.size() < MOST && !told.containsKey(code)) {
                    told.put(code, new Mistake(Arrays.asList(code.split("\\+")), match.message().get()));
                }
            }
        }
        List<Mistake> all = List.copyOf(told.values());
        return all.stream().findFirst().map(first -> new Mistake(first.codes(), first.message(), null, all.subList(1, all.size())));
    }

    /** A mistake with a code and a message, and another one besides. */
    public static Mistake both(String code, String message, Mistake other) {
        List<String> codes = Stream.concat(Stream.of(code), other.codes().stream()).distinct().toList();
        List<Mistake> others = other.others().stream().filter(less -> !codes.containsAll(less.codes())).toList();
        return new Mistake(codes, "two mistakes at once: " + message + "; and " + other.message(), null, others);
    }

    /** The simplest first, without those that only say where a wrong sign or a missing 1/m may come from. */
    private static List<Candidate> told(List<Candidate> matches) {
        boolean sign = matches.stream().anyMatch(match -> match.rank() == 0 && match.codes().get(0).equals("sign"));
        boolean mean = matches.stream().anyMatch(match -> match.rank() <= Rank.FACTOR && match.codes().get(0).startsWith("mean"));
        boolean norm = matches.stream().anyMatch(match -> match.codes().get(0).equals("norm-path"));
        boolean zero = matches.stream().anyMatch(match -> match.codes().get(0).equals("zero"));
        boolean sum = matches.stream().anyMatch(match -> match.codes().get(0).equals("bias-sum"));
        Set<String> same = sum ? SAME_AS_SUM : norm ? SAME_AS_NORM : zero ? SAME_AS_ZERO : mean ? SAME_AS_MEAN : sign ? SAME_AS_SIGN : Set.of();
        return matches.stream().filter(match -> !same.contains(match.codes().get(0))).sorted(Comparator.comparingInt(Candidate::rank))
                .toList();
    }
}
