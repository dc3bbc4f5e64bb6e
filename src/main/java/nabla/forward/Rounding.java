package nabla.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import nabla.tensor.Lanes;

/**
 * Rounding made visible in perturbations: they are evaluated again a few times around values that are moved by one or two units in the last
 * place, as {@link Noise} moves them, and every change on the way is moved so too. What comes out differently is noise.
 */
public final class Rounding {

    /** How many times. */
    private static final int PASSES = 3;

    private final long seed;
    private final List<Perturbations> passes = new ArrayList<>();

    /** Around moved values, for at most so many lanes at once. */
    public Rounding(List<Values> moved, int most, long seed) {
        this.seed = seed;
        moved.forEach(values -> passes.add(new Perturbations(values, most)));
    }

    /** The values of every pass. */
    public static List<Values> moved(Values base, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Values> moved = new ArrayList<>();
        for (int pass = 0; pass < PASSES; pass++) {
            moved.add(Noise.moved(base, random));
        }
        return moved;
    }

    /** Evaluates what was planned for others, in every pass. */
    public void run(Perturbations planned, Perturbations.Observer observer) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = planned.lanes();
        Consumer<double[]> move = changes -> Noise.move(changes, count, random);
        Consumer<Lanes> rounding = lanes -> lanes.change(move);
        for (Perturbations pass : passes) {
            pass.plan(planned);
            pass.run(observer, rounding);
        }
    }
}
