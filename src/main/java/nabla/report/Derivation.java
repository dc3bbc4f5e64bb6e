package nabla.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import nabla.verdict.Verdict;

/**
 * How a derivative comes about, step by step. Immutable: formulas and numbers, no nodes. Where inputs have no values, every value is
 * null.
 *
 * @param quotient which derivative it is
 * @param setting  what it is worked out of
 * @param working  the steps
 * @param result   the derivative, simplified; null where it is too long to be read
 * @param value    its value
 * @param proof    how far it is verified
 */
public record Derivation(Quotient quotient, Setting setting, Working working, Formula result, Tensor value, Proof proof) {

    /**
     * A derivative by its two sides.
     *
     * @param left  {@code dz/dx}; {@code dx} where what is differentiated is no scalar: then for any gradient {@code dz}
     * @param of    what is differentiated
     * @param by    what it is differentiated by, of the shape {@code shape}
     */
    public record Quotient(Formula left, String of, String by, Shape shape) { }

    /**
     * What is known of the text.
     *
     * @param definition of what is differentiated, over the names of the text; null where it is too long
     * @param matrices   the names that are no single numbers
     * @param given      the inputs with their values; empty where any has none
     */
    public record Setting(Formula definition, Set<String> matrices, List<InputValue> given) { }

    /**
     * The steps, without the result.
     *
     * @param lines    the definitions on the way, from {@code by} up to {@code of}
     * @param locals   the partial derivative of each line by what it directly depends on: {@code ∂v1/∂x = 2*x}; empty where there are matrices
     * @param paths    the paths from {@code of} down to {@code by}; empty where there are too many, or matrices
     * @param backward otherwise the gradient at each node in terms of those above it: {@code dL/dz = dL/dh * (1 - h^2)}
     * @param count    how many paths there are, {@link Long#MAX_VALUE} for more; 0 where {@code of} does not depend on {@code by}
     * @param omitted  how many nodes in the middle of a long way have neither line nor step
     */
    public record Working(List<Line> lines, List<Step> locals, List<Path> paths, List<Step> backward, long count, int omitted) {

        /** Of what does not depend on what it is differentiated by. */
        public static final Working NONE = new Working(List.of(), List.of(), List.of(), List.of(), 0, 0);

        /** Before which of the lines, or of the steps backward, those in the middle are left out; −1 where none are. */
        public int gap(List<?> shown) {
            return omitted == 0 ? -1 : shown.size() / 2;
        }
    }

    /** An input and its value. */
    public record InputValue(String name, Tensor value) { }

    /** A definition on the way: {@code v1 = x^2}. {@code right} is null where it cannot be written down. */
    public record Line(String name, Formula right, Tensor value) { }

    /**
     * What stands behind a step.
     *
     * @param name   as books call it: {@code product rule}
     * @param lesson what they say of it, a sentence; null where the name says it all
     */
    public record Rule(String name, String lesson) {

        /** One whose name says it all. */
        public static Rule named(String name) {
            return new Rule(name, null);
        }
    }

    /**
     * An equation with the names of the rules behind it, from the outside in. The left side is {@code dL/dx}, or {@code dx} where what is differentiated is no scalar;
     * {@code right} is null where it is too long, and the value null where there is none.
     *
     * @param shapes where the right side is a matrix product its shape and those of its factors, {@code 4×2 = 4×3 @ 3×2}; else null
     */
    public record Step(List<Rule> rules, Formula left, Formula right, Tensor value, String shapes) {

        /** One that is no matrix product. */
        public Step(List<Rule> rules, Formula left, Formula right, Tensor value) {
            this(rules, left, right, value, null);
        }

        /** The names of the rules: {@code derivative of sin, product rule}. */
        public String reason() {
            return rules.stream().map(Rule::name).collect(Collectors.joining(", "));
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

    /** {@code dz/dx}; {@code dx} where what is differentiated is no scalar. */
    public Formula left() {
        return quotient.left();
    }

    /** What is differentiated. */
    public String of() {
        return quotient.of();
    }

    /** What is differentiated as a formula over the names of the text; null where it is too long. */
    public Formula definition() {
        return setting.definition();
    }

    /** Whether every name is a single number and the paths are written out. */
    public boolean isByPaths() {
        return !working.paths().isEmpty();
    }
}
