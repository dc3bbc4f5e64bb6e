package nabla.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.source.Span;
import nabla.syntax.Statement.Batches;
import nabla.syntax.antlr.NablaParser;
import nabla.syntax.antlr.NablaParser.TrainingContext;
import org.antlr.v4.runtime.Token;

/** Reads {@code train} blocks: {@code rate 0.1  steps 500  batch all}, on one line or several. */
final class TrainingReader {

    private static final List<String> SETTINGS = List.of("rate", "steps", "batch");
    private static final String WRITTEN = "write train net { rate 0.1  steps 500  batch all }";

    /** What others call them. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("lr", "rate"), Map.entry("learning_rate", "rate"),
            Map.entry("alpha", "rate"), Map.entry("eta", "rate"), Map.entry("step", "steps"), Map.entry("epochs", "steps"), Map.entry("epoch", "steps"),
            Map.entry("iterations", "steps"), Map.entry("batch_size", "batch"), Map.entry("batches", "batch"), Map.entry("minibatch", "batch"));

    private final SentenceParser parser;

    TrainingReader(SentenceParser parser) {
        this.parser = parser;
    }

    /** The training. */
    Statement read(Sentence head, List<Sentence> lines, KnownNames names, Span span) {
        TrainingContext context = parser.parse(parser.mark(head, names), names, NablaParser::training);
        Map<String, Token> settings = new HashMap<>();
        for (Sentence line : lines) {
            List<Token> words = parser.mark(line, names);
            for (int k = 0; words.get(k).getType() != Token.EOF; k += 2) {
                check(words, k);
                if (settings.put(words.get(k).getText(), words.get(k + 1)) != null) {
                    throw new UnreadableSentence(Words.span(words.get(k)), "\"" + words.get(k).getText() + "\" is given twice", null);
                }
            }
        }
        Token rate = required(settings, "rate", head);
        Token steps = required(settings, "steps", head);
        Expression.Number factor = NumberReader.number(rate);
        if (factor.value() == 0) {
            throw new UnreadableSentence(Words.span(rate), "a rate has to be more than 0", "write rate 0.1");
        }
        Expression.Name network = context.NAME() == null ? null : ExpressionBuilder.name(context.NAME().getSymbol());
        Token batch = settings.get("batch");
        Batches batches = batches(batch);
        return new Statement.Training(span, network, factor, NumberReader.positive(steps, "a number of steps"), batches,
                batches == Batches.SOME ? NumberReader.positive(batch, "a batch") : 0);
    }

    /** A setting, and a value that it can have. */
    private static void check(List<Token> words, int k) {
        Token name = words.get(k);
        if (name.getType() == NablaParser.COMMA) {
            throw new UnreadableSentence(Words.span(name), "no comma stands between settings", WRITTEN);
        } else if (name.getType() != NablaParser.NAME && k > 0) {
            throw new UnreadableSentence(Words.span(name), "after " + words.get(k - 2).getText() + " stands one number, not a formula", WRITTEN);
        } else if (!SETTINGS.contains(name.getText())) {
            String meant = SYNONYMS.get(name.getText());
            throw new UnreadableSentence(Words.span(name), "a training has no setting \"" + name.getText() + '"',
                    meant == null ? WRITTEN : "did you mean " + meant + "?");
        }
        Token value = words.get(k + 1);
        switch (value.getType()) {
            case NablaParser.NUMBER, NablaParser.NAME -> { }
            case Token.EOF -> throw new UnreadableSentence(Words.after(name), name.getText() + " needs a value", WRITTEN);
            case NablaParser.ASSIGN, NablaParser.COLON -> throw new UnreadableSentence(Words.span(value), "nothing stands between " + name.getText() + " and its value",
                    WRITTEN);
            case NablaParser.MINUS -> throw new UnreadableSentence(Words.span(value), name.getText() + " has to be positive",
                    name.getText().equals("rate") ? "write rate 0.1: gradient descent goes down by itself" : WRITTEN);
            default -> throw new UnreadableSentence(Words.span(value), name.getText() + " is a number", WRITTEN);
        }
    }

    private static Token required(Map<String, Token> settings, String name, Sentence head) {
        Token value = settings.get(name);
        if (value == null || value.getType() != NablaParser.NUMBER) {
            Span place = value == null ? head.span() : Words.span(value);
            throw new UnreadableSentence(place, value == null ? "the training has no " + name : name + " is a number", WRITTEN);
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
            throw new UnreadableSentence(Words.span(batch), "a batch is all, each, or a number of examples", WRITTEN);
        }
        return Batches.SOME;
    }
}
