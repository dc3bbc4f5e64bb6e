package nabla.session;

import java.util.List;

/**
 * How a check is done.
 *
 * @param seed      overrides the seed of the file; null leaves it
 * @param tolerance the relative width of the band in which backprop and the estimate agree
 * @param sample    how many entries of each leaf, and of all inner nodes together, are verified; 0 means all
 * @param at        values that replace or complete those of the text, each like {@code x=1} or {@code W=[1, 2; 3, 4]}
 * @param free      whether a name without a meaning is a scalar input sampled at random
 * @param strict    whether unresolved counts as wrong
 * @param expand    whether formulas of gradients go down to the inputs, instead of stopping at names
 */
public record Settings(Long seed, double tolerance, int sample, List<String> at, boolean free, boolean strict, boolean expand) {

    /** Formulas stop at names. */
    public Settings(Long seed, double tolerance, int sample, List<String> at, boolean free, boolean strict) {
        this(seed, tolerance, sample, at, free, strict, false);
    }

    /** The same where a name without a meaning is an input, or is none. */
    public Settings with(boolean free) {
        return new Settings(seed, tolerance, sample, at, free, strict, expand);
    }

    public static final Settings DEFAULT = new Settings(null, 1e-6, 0, List.of(), false, false);
}
