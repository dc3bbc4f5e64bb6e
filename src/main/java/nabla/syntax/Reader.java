package nabla.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.limit.Cores;
import nabla.source.Diagnostic;
import nabla.source.Iteration;
import nabla.source.SourceText;
import nabla.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Reads texts in the language. A newline ends a statement, so a text gets one error per bad statement, and no tree is built from one.
 * Nothing is thrown whatever the text holds; a statement beyond the limits is a {@link Diagnostic#isRefusal refusal}.
 */
public final class Reader {

    private final Set<String> functions;

    /** A reader that knows the names of functions, which do not change: they cannot be defined. */
    public Reader(Set<String> functions) {
        this.functions = functions;
    }

    /** Reads a text that stands alone. */
    public Script read(SourceText source) {
        return read(source, Set.of());
    }

    /** Reads a text in which {@code known} names are defined elsewhere: they make {@code dz/dx} a derivative. */
    public Script read(SourceText source, Set<String> known) {
        if (source.text().length() > Limits.TEXT && isLonger(source, Limits.TEXT)) {
            return new Script(source, List.of(), List.of(Limits.refusal(new Span(1, 1, 0, 1), "more than 50 million words", "divide it, or read data with csv")));
        }
        Counts counts = Counts.of(source);
        CutText cut = CutText.of(source, counts, known, functions);
        List<Statement> statements = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<Statement, Iteration> steps = new IdentityHashMap<>();
        for (SentenceReader.Part part : parts(cut, source)) {
            statements.addAll(part.statements());
            diagnostics.addAll(part.diagnostics());
            steps.putAll(part.steps());
        }
        diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        return new Script(source, List.copyOf(statements), List.copyOf(diagnostics), steps, counts.chosen(), counts.used());
    }

    /** The parts of a text, each read by itself, as many at a time as there are cores. */
    private static SentenceReader.Part[] parts(CutText cut, SourceText source) {
        SentenceReader.Part[] parts = new SentenceReader.Part[cut.parts().size()];
        Cores.share(parts.length, next -> {
            SentenceReader reader = new SentenceReader(source, cut.names());
            for (int k = next.getAsInt(); k >= 0; k = next.getAsInt()) {
                parts[k] = reader.read(cut.parts().get(k));
            }
        });
        return parts;
    }

    /** Whether a text has more than so many words. */
    public static boolean isLonger(SourceText source, int words) {
        Lexemes lexemes = new Lexemes(source);
        for (int k = 0; k <= words; k++) {
            if (lexemes.next().getType() == Token.EOF) {
                return false;
            }
        }
        return true;
    }

    /** Cuts a text into statements and expressions, as typed at a prompt, without reading them. */
    public static Pieces pieces(SourceText source) {
        Splitter splitter = new Splitter(source);
        List<Span> spans = new ArrayList<>();
        Span block = null;
        OpenBlocks openBlocks = new OpenBlocks();
        for (Sentence sentence = splitter.next(); sentence != null; sentence = splitter.next()) {
            Span span = block == null ? whole(sentence) : block.to(whole(sentence));
            block = openBlocks.isInside(sentence) ? span : null;
            if (block == null) {
                spans.add(span);
            }
        }
        if (block != null) {
            spans.add(block);
        }
        return new Pieces(List.copyOf(spans), block != null || splitter.endedInside());
    }

    /** With the place where it stops to be part of the language: nothing may be read without it. */
    private static Span whole(Sentence sentence) {
        Span span = sentence.span();
        Span problem = sentence.problem() == null ? null : sentence.problem().span();
        return problem == null || problem.end() <= span.end() ? span : span.to(problem);
    }

    /**
     * The parts of a text.
     *
     * @param spans where each statement or expression stands; a block is one
     * @param open  whether the text ends inside brackets or a block
     */
    public record Pieces(List<Span> spans, boolean open) { }

    /** Reads a text that is one expression, as typed at a prompt. */
    public ParsedExpression expression(SourceText source, Set<String> known) {
        KnownNames names = KnownNames.known(known, functions);
        Splitter splitter = new Splitter(source);
        Sentence sentence = splitter.next();
        if (sentence == null) {
            return new ParsedExpression(null, List.of(), Diagnostic.error(null, "no expression", null));
        }
        Sentence more = splitter.next();
        if (more != null && sentence.problem() == null) {
            return new ParsedExpression(null, List.of(), Diagnostic.error(more.span(), "one expression was asked for", null));
        }
        try {
            return new SentenceParser(source).expression(sentence, names);
        } catch (UnreadableSentence error) {
            return new ParsedExpression(null, List.of(), error.diagnostic());
        }
    }
}
