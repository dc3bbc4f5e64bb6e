package nabla.network;

import nabla.source.Span;
import nabla.syntax.Expression;

/**
 * One of the definitions that an {@code mlp} block stands for.
 *
 * @param part  of the layer
 * @param layer its number, from 1; 0 for the loss
 * @param name  with the name of the network before it: {@code xor.W1}
 * @param span  the line of the block it comes from
 * @param value its right side
 * @param join  for {@code z}, the layer whose parameters have to fit; otherwise null
 * @param match what else has to fit, or null
 */
public record Definition(Part part, int layer, String name, Span span, Expression value, Join join, Match match) {

    /** What is defined of a layer: {@code W1}, {@code b1}, {@code a1}, {@code z1}, {@code h1}; and the loss, which belongs to none. */
    public enum Part {
        WEIGHTS("W"), BIAS("b"), SLOPE("a"), SUM("z"), OUTPUT("h"), LOSS("loss");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        String of(int layer) {
            return this == LOSS ? word : word + layer;
        }
    }

    /** Whether it is what training changes: weights, a bias or a slope. */
    public boolean isParameter() {
        return part == Part.WEIGHTS || part == Part.BIAS || part == Part.SLOPE;
    }
}
