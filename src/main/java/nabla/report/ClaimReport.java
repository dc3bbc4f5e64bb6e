package nabla.report;

import java.util.List;
import nabla.formula.Formula;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/**
 * A claim and what became of it.
 *
 * @param proof    what the judgement rests on: "proved", "5 points" or "the point of the file"; or null
 * @param truth    what is right
 * @param witness  where they differ; null if right
 * @param remarks  what else there is to say
 */
public record ClaimReport(int line, String text, Judgement judgement, String proof, Truth truth, Witness witness, Remarks remarks) {

    /** The right answer as a formula, and its value at the first point. */
    public record Truth(Formula expected, Tensor value) {

        /** It is not known. */
        public static final Truth UNKNOWN = new Truth(null, null);
    }

    /** A point where a claim is wrong, with what was claimed and what is correct there. */
    public record Witness(List<Binding> at, Tensor yours, Tensor correct) { }

    /**
     * What is said besides; each may be null.
     *
     * @param note for example "as rounded"; or why a claim could not be judged
     * @param hint what may have been meant instead
     */
    public record Remarks(Mistake mistake, String note, String hint) { }

    /** One of which no more is known than its note, which may be null. */
    public static ClaimReport noted(int line, String text, Judgement judgement, String note) {
        return new ClaimReport(line, text, judgement, null, Truth.UNKNOWN, null, new Remarks(null, note, null));
    }

    /** The same with another witness. */
    public ClaimReport with(Witness other) {
        return new ClaimReport(line, text, judgement, proof, truth, other, remarks);
    }

    /** The right answer as a formula. */
    public Formula expected() {
        return truth.expected();
    }

    /** The right answer's value at the first point. */
    public Tensor value() {
        return truth.value();
    }

    public Mistake mistake() {
        return remarks.mistake();
    }

    /** For example "as rounded"; or why a claim could not be judged. */
    public String note() {
        return remarks.note();
    }

    /** What may have been meant instead, or null. */
    public String hint() {
        return remarks.hint();
    }
}
