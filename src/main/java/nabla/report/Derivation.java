package nabla.report;

import java.util.List;
import java.util.Set;
import nabla.formula.Formula;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import nabla.verdict.Verdict;

/**
 * How a derivative comes about, step by step. Immutable: formulas and numbers, no nodes. Where inputs have no values, every value is
 * null.
 *
 * @param left       {@code dz/dx}; {@code dx} where what is differentiated is no scalar: then for any gradient {@code dz}
 * @param of         what is differentiated
 * @param by         what it is differentiated by, of the shape {@code shape}
 * @param definition of {@code of}, over the names of the text; null where it is too long
 * @param matrices   the names that are no single numbers
 * @param given      the inputs with their values; empty where any has none
 * @param lines      the definitions on the way, from {@code by} up to {@code of}
 * @param locals     the partial derivative of each line by what it directly depends on: {@code ∂v1/∂x = 2*x}; empty where there are matrices
 * @param paths      the paths from {@code of} down to {@code by}; empty where there are too many, or matrices
 * @param backward   otherwise the gradient at each node in terms of those above it: {@code dL/dz = dL/dh * (1 - h^2)}
 * @param count      how many paths there are, {@link Long#MAX_VALUE} for more; 0 where {@code of} does not depend on {@code by}
 * @param omitted    how many nodes in the middle of a long way have neither line nor step
 * @param result     the derivative, simplified; null where it is too long to be read
 * @param value      its value
 * @param proof      how far it is verified
 */
public record Derivation(Formula left, String of, String by, Shape shape, Formula definition, Set<String> matrices, List<Given> given, List<Line> lines, List<Step> locals,
        List<Path> paths, List<Step> backward, long count, int omitted, Formula result, Tensor value, Proof proof) {

    /** An input and its value. */
    public record Given(String name, Tensor value) { }

    /** A definition on the way: {@code v1 = x^2}. {@code right} is null where it cannot be written down. */
    public record Line(String name, Formula right, Tensor value) { }

    /**
     * An equation with the names of the rules behind it, from the outside in. The left side is {@code dL/dx}, or {@code dx} where what is differentiated is no scalar;
     * {@code right} is null where it is too long, and the value null where there is none.
     *
     * @param shapes where the right side is a matrix product its shape and those of its factors, {@code 4×2 = 4×3 @ 3×2}; else null
     */
    public record Step(List<String> rules, Formula left, Formula right, Tensor value, String shapes) {

        /** One that is no matrix product. */
        public Step(List<String> rules, Formula left, Formula right, Tensor value) {
            this(rules, left, right, value, null);
        }
    }

    /**
     * One way from {@code of} down to {@code by}.
     *
     * @param factors the local derivatives along it, the outermost first
     * @param product all of them multiplied; null where some are omitted
     */
    public record Path(List<Step> factors, Formula product, Tensor value) { }

    /**
     * How the result was verified.
     *
     * @param proved   whether the simplified formula is proved equal to what the backward pass gives
     * @param verdict  of backprop against differences
     * @param estimate by differences, at the first point; NaN entries were not looked at; null if none was
     * @param error    the largest error estimate
     * @param points   how many points were looked at
     * @param checked  how many entries at each
     */
    public record Proof(boolean proved, Verdict verdict, Tensor estimate, double error, int points, int checked) { }

    /** Whether every name is a single number and the paths are written out. */
    public boolean isByPaths() {
        return !paths.isEmpty();
    }
}
