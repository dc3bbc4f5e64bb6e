package nabla.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Choices that depend on a seed and nothing else. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** One of 0, 1, …, n − 1. */
    int below(int n) {
        return random.nextInt(n);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> left = new ArrayList<>(list);
        List<T> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(random.nextInt(left.size())));
        }
        return shuffled;
    }
}
