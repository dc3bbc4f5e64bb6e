package nabla.syntax;

import java.util.List;
import nabla.source.Diagnostic;
import nabla.source.Span;
import nabla.syntax.antlr.NablaParser;
import nabla.syntax.antlr.NablaParser.NetworkContext;
import org.antlr.v4.runtime.Token;

/** Reads {@code mlp} blocks. */
final class NetworkReader {

    private final SentenceParser parser;
    private final List<Diagnostic> diagnostics;

    NetworkReader(SentenceParser parser, List<Diagnostic> diagnostics) {
        this.parser = parser;
        this.diagnostics = diagnostics;
    }

    /** The network; null, with a diagnostic for each bad line, if there is one. */
    Statement network(Sentence head, List<Sentence> lines, KnownNames names, Span span) {
        NetworkContext context = parser.parse(parser.mark(head, names), names, NablaParser::network);
        NetworkBuilder builder = new NetworkBuilder();
        int errors = diagnostics.size();
        for (Sentence line : lines) {
            try {
                List<Token> words = parser.mark(line, names);
                LayerLines.check(words);
                builder.add(parser.parse(words, names, NablaParser::layerLine));
            } catch (UnreadableSentence error) {
                diagnostics.add(error.diagnostic());
            }
        }
        String name = context.NAME() == null ? null : context.NAME().getText();
        return diagnostics.size() > errors ? null : builder.build(span, head.span(), name);
    }
}
