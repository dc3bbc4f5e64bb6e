package nabla.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kind of a mistake.
 *
 * @param codes   of the likeliest mistake; of two that were made at once, both
 * @param message what was done, a sentence for a learner; it never gives the answer away
 * @param repair  what would have to be written instead, {@code X.T @ dZ}, which whoever is to find the answer is not told; or null
 * @param others  mistakes that give the same answer and are less likely, the likeliest first
 */
public record Mistake(List<MistakeCode> codes, String message, String repair, List<Mistake> others) {

    /** One that cannot be another, and of which nothing is proposed instead. */
    public Mistake(List<MistakeCode> codes, String message) {
        this(codes, message, null, List.of());
    }

    /** The message with the repair. */
    public String told() {
        return repair == null ? message : message + (codes.size() > 1 ? "; " : ": ") + repair + " fits";
    }

    /** The codes of the likeliest, with something between them. */
    public String codes(String between) {
        return codes.stream().map(MistakeCode::toString).collect(Collectors.joining(between));
    }

    /** The codes of all that it may be, the likeliest first. */
    public List<MistakeCode> possible() {
        return Stream.concat(codes.stream(), others.stream().flatMap(other -> other.codes().stream())).distinct().toList();
    }
}
