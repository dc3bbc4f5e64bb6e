package nabla.writer;

import java.io.IOException;
import nabla.export.JsonFields;
import nabla.report.ClaimReport;
import nabla.report.ClaimReport.Witness;
import nabla.report.Mistake;
import nabla.report.RuleReport;

/** The fields of a claim and of a hand-written rule. */
final class JsonClaims {

    private final JsonFields fields;

    JsonClaims(JsonFields fields) {
        this.fields = fields;
    }

    void claim(ClaimReport claim) throws IOException {
        fields.integer("line", claim.line());
        fields.text("text", claim.text());
        fields.text("verdict", Check.word(claim.judgement()));
        fields.formula("expected", claim.expected());
        fields.matrix("value", claim.value());
        fields.text("proof", claim.proof());
        fields.object("witness", claim.witness(), this::witness);
        fields.object("mistake", claim.mistake(), this::mistake);
        fields.text("note", claim.note());
        fields.text("hint", claim.hint());
    }

    void rule(RuleReport rule) throws IOException {
        fields.text("op", rule.op());
        fields.integer("line", rule.line());
        fields.text("gradient", rule.gradient());
        JsonParts.verdict(rule.verdict(), fields);
        fields.text("text", rule.text());
        fields.formula("written", rule.written());
        fields.formula("expected", rule.expected());
        fields.object("worst", rule.worst(), worst -> JsonParts.worst(worst, fields));
        fields.object("mistake", rule.mistake(), this::mistake);
        fields.object("through", rule.through(), through -> JsonParts.ruleLine(through, fields));
        fields.text("hint", rule.hint());
    }

    private void witness(Witness witness) throws IOException {
        fields.object("at", witness.at(), at -> JsonParts.bindings(at, fields));
        fields.matrix("yours", witness.yours());
        fields.matrix("correct", witness.correct());
    }

    private void mistake(Mistake mistake) throws IOException {
        fields.texts("codes", mistake.codes());
        fields.text("message", mistake.told());
        fields.list("others", mistake.others(), this::mistake);
    }
}
