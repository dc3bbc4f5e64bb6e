package nabla.translate;

import java.nio.file.Path;
import java.util.List;

/**
 * What is settled outside the text.
 *
 * @param seed    overrides the seed of the text; null leaves it
 * @param at      values that replace or complete those of the text, each like {@code x=1} or {@code W=[1, 2; 3, 4], b=0}
 * @param free    whether a name without a meaning is a scalar input sampled at random
 * @param folder  where {@code csv} finds its files; null where no files may be read
 * @param derived whether calls of operations use the rules that are derived, instead of those written by hand
 * @param mean    what the gradients of the output with respect to computed nodes are multiplied by: m, where the factor 1/m of a mean is
 *                left to the gradients of the inputs; mostly 1
 * @param entered whether statements were entered one after the other: what was the output when a gradient of it was claimed stays it
 */
public record Options(Long seed, List<String> at, boolean free, Path folder, boolean derived, int mean, boolean entered) {

    /** Every gradient is what it is. */
    public Options(Long seed, List<String> at, boolean free, Path folder, boolean derived) {
        this(seed, at, free, folder, derived, 1, false);
    }

    /** Calls use the rules written by hand. */
    public Options(Long seed, List<String> at, boolean free, Path folder) {
        this(seed, at, free, folder, false);
    }

    /** The same with the factor 1/m left to the gradients of the inputs. */
    public Options leaving(int m) {
        return new Options(seed, at, free, folder, derived, m, entered);
    }

    /** The same with the derived rules. */
    public Options withDerived() {
        return new Options(seed, at, free, folder, true, mean, entered);
    }

    /** The same for statements that were entered one after the other. */
    public Options inOrder() {
        return new Options(seed, at, free, folder, derived, mean, true);
    }

    public static final Options NONE = new Options(null, List.of(), false, null);
}
