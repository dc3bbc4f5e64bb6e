package nabla.syntax;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nabla.source.Diagnostic;
import nabla.source.Span;
import nabla.syntax.Statement.Batches;
import nabla.syntax.antlr.NablaParser;
import nabla.syntax.antlr.NablaParser.NetworkContext;
import nabla.syntax.antlr.NablaParser.SettingContext;
import nabla.syntax.antlr.NablaParser.TrainingContext;
import org.antlr.v4.runtime.Token;

/** Reads {@code mlp} and {@code train} blocks. */
final class NetworkReader {

    private static final String SETTINGS = "write train net { rate 0.1  steps 500  batch all }";

    private final SentenceParser parser;
    private final List<Diagnostic> diagnostics;

    NetworkReader(SentenceParser parser, List<Diagnostic> diagnostics) {
        this.parser = parser;
        this.diagnostics = diagnostics;
    }

    /** The network; null, with a diagnostic for each bad line, if there is one. */
    Statement network(Sentence head, List<Sentence> lines, Names names, Span span) {
        NetworkContext context = parser.parse(parser.mark(head, names), names, NablaParser::network);
        NetworkBuilder builder = new NetworkBuilder();
        int errors = diagnostics.size();
        for (Sentence line : lines) {
            try {
                List<Token> words = parser.mark(line, names);
                builder.checkHead(words.get(0));
                builder.add(parser.parse(words, names, NablaParser::layerLine));
            } catch (Unreadable error) {
                diagnostics.add(error.diagnostic());
            }
        }
        String name = context.NAME() == null ? null : context.NAME().getText();
        return diagnostics.size() > errors ? null : builder.build(span, head.span(), name);
    }

    /** The training. */
    Statement training(Sentence head, List<Sentence> lines, Names names, Span span) {
        TrainingContext context = parser.parse(parser.mark(head, names), names, NablaParser::training);
        Map<String, Token> settings = new TreeMap<>();
        for (Sentence line : lines) {
            for (SettingContext setting : parser.parse(parser.mark(line, names), names, NablaParser::settings).setting()) {
                Token name = setting.start;
                if (!List.of("rate", "steps", "batch").contains(name.getText())) {
                    throw new Unreadable(Words.span(name), "a training has no setting \"" + name.getText() + '"', SETTINGS);
                }
                if (settings.put(name.getText(), setting.value) != null) {
                    throw new Unreadable(Words.span(name), "\"" + name.getText() + "\" is given twice", null);
                }
            }
        }
        Expression.Name network = context.NAME() == null ? null : ExpressionBuilder.name(context.NAME().getSymbol());
        Token batch = settings.get("batch");
        Batches batches = batches(batch);
        return new Statement.Training(span, network, Numbers.number(number(settings, "rate", head)),
                Numbers.whole(number(settings, "steps", head), "a number of steps"), batches,
                batches == Batches.SOME ? Numbers.positive(batch, "a batch") : 0);
    }

    private static Token number(Map<String, Token> settings, String name, Sentence head) {
        Token value = settings.get(name);
        if (value == null || value.getType() != NablaParser.NUMBER) {
            Span place = value == null ? head.span() : Words.span(value);
            throw new Unreadable(place, value == null ? "the training has no " + name : name + " is a number", SETTINGS);
        }
        return value;
    }

    private static Batches batches(Token batch) {
        if (batch == null || batch.getText().equals("all")) {
            return Batches.ALL;
        }
        if (batch.getText().equals("each")) {
            return Batches.EACH;
        }
        if (batch.getType() != NablaParser.NUMBER) {
            throw new Unreadable(Words.span(batch), "a batch is all, each, or a number of examples", SETTINGS);
        }
        return Batches.SOME;
    }
}
