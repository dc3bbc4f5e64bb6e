package nabla.mistake;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.report.MistakeCode;

/**
 * What a wrong gradient may be called.
 *
 * @param names the most telling first; each is one mistake, or two that are made at once
 */
record Codes(List<List<MistakeCode>> names) {

    /** Of one mistake that goes by several names, the most telling first. */
    static Codes of(MistakeCode... names) {
        return new Codes(Arrays.stream(names).map(List::of).toList());
    }

    /** Of two mistakes that are made at once. */
    static Codes both(MistakeCode one, MistakeCode other) {
        return new Codes(List.of(List.of(one, other)));
    }

    /** Whether the most telling name is this one alone. */
    boolean is(MistakeCode code) {
        return names.get(0).equals(List.of(code));
    }

    /** Whether the most telling name is one of these alone. */
    boolean isAmong(Set<MistakeCode> codes) {
        return names.get(0).size() == 1 && codes.contains(names.get(0).get(0));
    }

    /** Whether the most telling name is this one, whatever is wrong besides. */
    boolean begins(MistakeCode code) {
        return names.get(0).get(0) == code;
    }

    /** The most telling name: {@code mean+sign}. */
    @Override
    public String toString() {
        return names.get(0).stream().map(MistakeCode::toString).collect(Collectors.joining("+"));
    }
}
