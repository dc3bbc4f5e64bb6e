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
 */
public record Options(Long seed, List<String> at, boolean free, Path folder, boolean derived) {

    /** Calls use the rules written by hand. */
    public Options(Long seed, List<String> at, boolean free, Path folder) {
        this(seed, at, free, folder, false);
    }

    public static final Options NONE = new Options(null, List.of(), false, null);
}
