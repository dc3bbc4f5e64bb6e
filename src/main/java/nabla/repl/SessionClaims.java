package nabla.repl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.assembly.Audience;
import nabla.report.ClaimReport;
import nabla.session.Draft;
import nabla.source.Span;
import nabla.verdict.Judgement;
import nabla.writer.ClaimLines;

/** The claims of a session: its statements, and what they amount to. */
record SessionClaims(SessionProgram program, Draft draft) {

    /**
     * A claim and what became of it.
     *
     * @param missing what has to have a value before it can be judged; otherwise empty
     */
    record Claim(ProgramEntry entry, ClaimReport report, List<String> missing) {

        boolean isWrong() {
            return report.judgement() == Judgement.WRONG && missing.isEmpty();
        }

        List<String> lines(Preferences preferences) {
            if (!missing.isEmpty()) {
                return List.of("cannot be judged yet: " + QuantityWords.missing(missing));
            }
            return ClaimLines.answer(report, preferences.palette());
        }
    }

    /** The claims among some statements. A number is needed where a claim holds nowhere; what holds at random points needs none. */
    List<Claim> among(List<ProgramEntry> entries) {
        List<Claim> claims = new ArrayList<>();
        List<Span> spans = draft.claims();
        for (int k = 0; k < spans.size(); k++) {
            ProgramEntry entry = program.at(spans.get(k));
            if (entries.contains(entry)) {
                ClaimReport report = draft.judge(k, Audience.SESSION);
                boolean open = report.judgement() != Judgement.RIGHT && report.expected() != null && !draft.isFormula(k);
                claims.add(new Claim(entry, report, open ? draft.missingIn(k) : List.of()));
            }
        }
        return claims;
    }

    Set<EntryKey> wrong() {
        Set<EntryKey> wrong = new HashSet<>();
        among(program.entries()).stream().filter(Claim::isWrong).forEach(claim -> wrong.add(claim.entry().key()));
        return wrong;
    }
}
