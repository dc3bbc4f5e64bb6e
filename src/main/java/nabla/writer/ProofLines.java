package nabla.writer;

import java.util.List;
import nabla.report.Derivation;
import nabla.report.Derivation.Proof;
import nabla.report.Digits;
import nabla.tensor.Tensor;
import nabla.verdict.Verdict;

/** How the result of a derivation was verified. */
final class ProofLines {

    private ProofLines() { }

    /** With {@code simplified}, it is said whether the simplified form is proved. */
    static List<String> of(Derivation derivation, boolean simplified) {
        Proof proof = derivation.proof();
        return List.of(proof.verdict().word() + ": " + proof.verdict().read(new Sentence(derivation, simplified)));
    }

    /** What the verdict rests on: numbers, or the reason why there are none. */
    private static final class Sentence extends Reasons {

        private final Derivation derivation;
        private final Proof proof;
        private final boolean simplified;

        private Sentence(Derivation derivation, boolean simplified) {
            this.derivation = derivation;
            this.proof = derivation.proof();
            this.simplified = simplified;
        }

        @Override
        public String agreement(Verdict.Agreement verdict) {
            String where = derivation.setting().given().isEmpty() ? " at " + proof.points() + " random points" : "";
            int entries = derivation.quotient().shape().count();
            String part = proof.checked() < entries ? " in " + proof.checked() + " of " + entries + " entries" : "";
            String numbers = derivation.value() != null && derivation.value().shape().isScalar() && proof.estimate() != null
                    ? "differences give " + Digits.estimate(proof.estimate().at(0), proof.error()) + " ± " + Digits.error(proof.error())
                    : "differences give the same" + part + where;
            return numbers + (simplified && proof.proved() ? "; the simplification is proved" : "");
        }

        @Override
        public String disagreement(Verdict.Disagreement verdict) {
            Tensor value = derivation.value();
            return value != null && value.shape().isScalar() && proof.estimate() != null
                    ? "backprop gives " + Digits.text(value.at(0)) + ", differences " + Digits.estimate(proof.estimate().at(0), proof.error())
                    : "differences give something else" + (verdict.reason() == null ? "" : " (" + verdict.reason() + ")");
        }

        @Override
        public String kink(Verdict.Kink verdict) {
            return "slope " + Digits.text(verdict.left()) + " on the left, " + Digits.text(verdict.right()) + " on the right; "
                    + verdict.convention();
        }
    }
}
