package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.List;
import java.util.function.BiFunction;
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
    private final ParsedForms forms = new ParsedForms();

    SentenceParser(SourceText source) {
        complaints = new Complaints(source);
        parser.removeErrorListeners();
        parser.setErrorHandler(new FirstError());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    /** A statement that is no block. */
    Statement statement(Sentence sentence, KnownNames names, StatementBuilder builder) {
        List<Token> words = marked(sentence, names);
        ParsedForms.Form form = forms.of(words);
        if (form == null) {
            Levels.check(words);
        }
        Levels.checkNames(words);
        complaints.check(words, names);
        if (form != null) {
            return form.statement(words, builder);
        }
        Function<StatementBuilder, Statement> reading = reading(words, names);
        Statement statement = reading.apply(builder);
        forms.add(words, reading);
        return statement;
    }

    /** Parses a statement; what is given reads it from its tree. Which rule it is follows from the types of its words. */
    private Function<StatementBuilder, Statement> reading(List<Token> words, KnownNames names) {
        return switch (words.get(0).getType()) {
            case OUTPUT -> reading(parse(words, names, NablaParser::output), StatementBuilder::output);
            case SEED -> reading(parse(words, names, NablaParser::seed), StatementBuilder::seed);
            case QUESTION -> reading(parse(words, names, NablaParser::question), (builder, tree) -> HomeworkBuilder.question(tree));
            case CREDIT -> reading(parse(words, names, NablaParser::credit), (builder, tree) -> HomeworkBuilder.credit(tree));
            default -> equation(words, names);
        };
    }

    private Function<StatementBuilder, Statement> equation(List<Token> words, KnownNames names) {
        if (Words.isMapping(words) && Words.hasParameters(words)) {
            return reading(parse(words, names, NablaParser::mapping), StatementBuilder::mapping);
        }
        if (Words.isUnpacking(words)) {
            return reading(parse(words, names, NablaParser::unpacking), StatementBuilder::unpacking);
        }
        return Words.haveRange(words) ? reading(parse(words, names, NablaParser::declaration), StatementBuilder::declaration)
                : reading(parse(words, names, NablaParser::relation), StatementBuilder::relation);
    }

    private static <C> Function<StatementBuilder, Statement> reading(C tree, BiFunction<StatementBuilder, C, Statement> how) {
        return builder -> how.apply(builder, tree);
    }

    /** An expression that stands alone, and the values at which it is asked for. */
    ParsedExpression expression(Sentence sentence, KnownNames names) {
        ExpressionBuilder builder = new ExpressionBuilder();
        NablaParser.LoneContext context = parse(mark(sentence, names), names, NablaParser::lone);
        return new ParsedExpression(builder.visit(context.expression()), builder.at(context.at()), null);
    }

    /** The words of a sentence, marked and within the limits. */
    List<Token> mark(Sentence sentence, KnownNames names) {
        List<Token> words = marked(sentence, names);
        Levels.check(words);
        Levels.checkNames(words);
        complaints.check(words, names);
        return words;
    }

    private static List<Token> marked(Sentence sentence, KnownNames names) {
        if (sentence.problem() != null) {
            throw new UnreadableSentence(sentence.problem());
        }
        return Literals.collapse(SentenceMarker.mark(sentence, names));
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
