package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.List;
import java.util.function.Function;
import nabla.source.SourceText;
import nabla.syntax.antlr.NablaParser;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Parses one sentence at a time. Throws {@link UnreadableSentence} at the first error of a sentence. */
final class SentenceParser {

    private final NablaParser parser = new NablaParser(null);
    private final Complaints complaints;

    SentenceParser(SourceText source) {
        complaints = new Complaints(source);
        parser.removeErrorListeners();
        parser.setErrorHandler(new FirstError());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    /** A statement that is no block. */
    Statement statement(Sentence sentence, KnownNames names, StatementBuilder builder) {
        List<Token> words = mark(sentence, names);
        Token head = words.get(0);
        return switch (head.getType()) {
            case OUTPUT -> builder.output(parse(words, names, NablaParser::output));
            case SEED -> builder.seed(parse(words, names, NablaParser::seed));
            case QUESTION -> HomeworkBuilder.question(parse(words, names, NablaParser::question));
            case CREDIT -> HomeworkBuilder.credit(parse(words, names, NablaParser::credit));
            default -> equation(words, names, builder);
        };
    }

    private Statement equation(List<Token> words, KnownNames names, StatementBuilder builder) {
        if (Words.isMapping(words) && Words.hasParameters(words)) {
            return builder.mapping(parse(words, names, NablaParser::mapping));
        }
        if (Words.isUnpacking(words)) {
            return builder.unpacking(parse(words, names, NablaParser::unpacking));
        }
        return hasRange(words) ? builder.declaration(parse(words, names, NablaParser::declaration))
                : builder.relation(parse(words, names, NablaParser::relation));
    }

    private static boolean hasRange(List<Token> words) {
        for (Token word : words) {
            if (word.getType() == IN) {
                return true;
            }
        }
        return false;
    }

    /** An expression that stands alone, and the values at which it is asked for. */
    ParsedExpression expression(Sentence sentence, KnownNames names) {
        ExpressionBuilder builder = new ExpressionBuilder();
        NablaParser.LoneContext context = parse(mark(sentence, names), names, NablaParser::lone);
        return new ParsedExpression(builder.visit(context.expression()), builder.at(context.at()), null);
    }

    /** The words of a sentence, marked and within the limits. */
    List<Token> mark(Sentence sentence, KnownNames names) {
        if (sentence.problem() != null) {
            throw new UnreadableSentence(sentence.problem());
        }
        List<Token> words = Literals.collapse(SentenceMarker.mark(sentence, names));
        Levels.check(words);
        complaints.check(words, names);
        return words;
    }

    /** What a rule of the grammar makes of the words. */
    <C> C parse(List<Token> words, KnownNames names, Function<NablaParser, C> rule) {
        parser.setTokenStream(new CommonTokenStream(new ListTokenSource(words)));
        try {
            return rule.apply(parser);
        } catch (FirstError.At error) {
            throw new UnreadableSentence(complaints.failure(words, error.word(), names));
        }
    }
}
