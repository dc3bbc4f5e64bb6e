package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nabla.report.Mistake;
import nabla.report.MistakeCode;

/** What is told of the mistakes that give an answer: those with the same formula together, the simplest first. */
public final class MistakeChoice {

    /** So many codes are given at most. */
    static final int MOST = 3;

    /** What says no more than that the sign is wrong, where that is all that is wrong with the answer. */
    private static final Set<MistakeCode> SAME_AS_SIGN = Set.of(LOST_UPSTREAM, VALUE, POWER_RULE, ZERO);

    /** The same for 1/m. */
    private static final Set<MistakeCode> SAME_AS_MEAN = Set.of(LOST_LINK, LOST_UPSTREAM, LOST_PATH, VALUE, OTHER_VARIABLE,
            POWER_RULE,
            ZERO, LOST_ACTIVATION);

    /** The same for an answer that is 0 everywhere. */
    private static final Set<MistakeCode> SAME_AS_ZERO = Set.of(LOST_PATH, VALUE, GRAD_FOR_VALUE);

    /** The same for a statistic whose path is lost: inside it other slips come to the same. */
    private static final Set<MistakeCode> SAME_AS_NORM = Set.of(LOST_PATH, LOST_LINK, LOST_UPSTREAM, POWER_RULE, INNER_MISPLACED, VALUE, ZERO);

    /** The same for a sum that is missing. */
    private static final Set<MistakeCode> SAME_AS_SUM = Set.of(OTHER_VARIABLE);

    private MistakeChoice() { }

    /** The likeliest; of the others those with another code, three codes at most in all. */
    static Optional<Mistake> of(List<Candidate> matches) {
        Map<List<MistakeCode>, Mistake> told = new LinkedHashMap<>();
        for (Candidate match : told(matches)) {
            for (List<MistakeCode> name : match.codes().names()) {
                if (told.size() < MOST && !told.containsKey(name)) {
                    told.put(name, new Mistake(name, match.message().get()));
                }
            }
        }
        List<Mistake> all = List.copyOf(told.values());
        return all.stream().findFirst().map(first -> new Mistake(first.codes(), first.message(), null, all.subList(1, all.size())));
    }

    /** A mistake with a code and a message, and another one besides. */
    public static Mistake both(MistakeCode code, String message, Mistake other) {
        List<MistakeCode> codes = Stream.concat(Stream.of(code), other.codes().stream()).distinct().toList();
        List<Mistake> others = other.others().stream().filter(less -> !codes.containsAll(less.codes())).toList();
        return new Mistake(codes, "two mistakes at once: " + message + "; and " + other.message(), null, others);
    }

    /** The simplest first, without those that only say where a wrong sign or a missing 1/m may come from. */
    private static List<Candidate> told(List<Candidate> matches) {
        boolean sign = matches.stream().anyMatch(match -> match.rank() == 0 && match.codes().is(SIGN));
        boolean mean = matches.stream().anyMatch(match -> match.rank() <= Rank.FACTOR && match.codes().begins(MEAN));
        boolean norm = matches.stream().anyMatch(match -> match.codes().is(NORM_PATH));
        boolean zero = matches.stream().anyMatch(match -> match.codes().is(ZERO));
        boolean sum = matches.stream().anyMatch(match -> match.codes().is(BIAS_SUM));
        Set<MistakeCode> same = sum ? SAME_AS_SUM : norm ? SAME_AS_NORM : zero ? SAME_AS_ZERO : mean ? SAME_AS_MEAN : sign ? SAME_AS_SIGN : Set.of();
        return matches.stream().filter(match -> !match.codes().isAmong(same)).sorted(Comparator.comparingInt(Candidate::rank))
                .toList();
    }
}
