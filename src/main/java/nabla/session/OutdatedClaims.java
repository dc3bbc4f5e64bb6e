package nabla.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nabla.model.Claim;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.report.ClaimReport;
import nabla.report.Report;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Reader;
import nabla.translate.Options;
import nabla.translate.Translator;
import nabla.verdict.Judgement;

/**
 * What training makes of the claims of a text: those about the weights at the start, right there and wrong now, are kept as comments.
 *
 * @param text     with such claims as comments
 * @param outdated how many
 */
public record OutdatedClaims(SourceText text, int outdated) {

    /** Whether a text makes claims at all. */
    public static boolean concerns(SourceText text, Path folder, Settings settings) {
        return !model(text, folder, settings).claims().isEmpty();
    }

    /** Of the text after training, by the reports of it before and after. */
    public static OutdatedClaims of(SourceText trained, Path folder, Settings settings, Report before, Report after) {
        List<Claim> claims = model(trained, folder, settings).claims();
        List<Span> outdated = new ArrayList<>();
        for (int k = 0; k < Math.min(before.claims().size(), after.claims().size()); k++) {
            ClaimReport first = before.claims().get(k);
            ClaimReport last = after.claims().get(k);
            if (first.text().equals(last.text()) && first.judgement() != Judgement.WRONG && last.judgement() == Judgement.WRONG) {
                claims.stream().filter(claim -> claim.text().equals(last.text()) && claim.span().line() == last.line()).findFirst()
                        .ifPresent(claim -> outdated.add(claim.span()));
            }
        }
        outdated.sort(Comparator.comparingInt(Span::start).reversed());
        StringBuilder text = new StringBuilder(trained.text());
        outdated.forEach(span -> comment(text, span));
        return new OutdatedClaims(new SourceText(trained.name(), text.toString()), outdated.size());
    }

    /** The claim goes to a comment on a line of its own; what else stands on its line stays. */
    private static void comment(StringBuilder text, Span span) {
        String claim = text.substring(span.start(), span.end()).strip().replaceAll("\\s+", " ");
        int start = text.lastIndexOf("\n", span.start() - 1) + 1;
        int end = text.indexOf("\n", span.end());
        end = end < 0 ? text.length() : end;
        String before = text.substring(start, span.start()).strip();
        String behind = text.substring(span.end(), end).strip();
        String rest = (before + (before.isEmpty() ? behind.replaceFirst("^;\\s*", "") : " " + behind)).strip();
        text.replace(start, end, "# before training: " + claim + (rest.isEmpty() ? "" : "\n" + rest));
    }

    private static Model model(SourceText text, Path folder, Settings settings) {
        return Translator.translate(new Reader(Functions.names()).read(text), new Options(settings.seed(), settings.at(), settings.free(), folder));
    }
}
