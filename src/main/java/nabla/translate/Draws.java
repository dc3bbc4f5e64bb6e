package nabla.translate;

import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The random numbers of one statement: keyed by the seed of the file, the name of the statement and the how-manieth call it is, so
 * that editing another line changes nothing here, and two calls never draw the same.
 */
final class Draws {

    private static final long PRIME = 0x100000001b3L;

    private final long key;
    private long calls;

    Draws(long seed, String statement) {
        long hash = 0xcbf29ce484222325L ^ seed * 0x9e3779b97f4a7c15L;
        for (int i = 0; i < statement.length(); i++) {
            hash = (hash ^ statement.charAt(i)) * PRIME;
        }
        this.key = hash;
    }

    /** Makes the generator of the next call, which mostly draws nothing. {@link Random}, because its numbers are specified for every Java release. */
    Supplier<RandomGenerator> next() {
        long start = key + ++calls * 0x9e3779b97f4a7c15L;
        return () -> new Random(mix(start));
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long key) {
        long z = (key ^ key >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
