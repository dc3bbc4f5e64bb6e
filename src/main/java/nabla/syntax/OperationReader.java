package nabla.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nabla.source.Diagnostic;
import nabla.source.Span;
import nabla.syntax.antlr.NablaParser;
import org.antlr.v4.runtime.Token;

/** Reads {@code op} blocks. */
final class OperationReader {

    private final SentenceParser parser;
    private final StatementBuilder builder;
    private final List<Diagnostic> diagnostics;

    OperationReader(SentenceParser parser, StatementBuilder builder, List<Diagnostic> diagnostics) {
        this.parser = parser;
        this.builder = builder;
        this.diagnostics = diagnostics;
    }

    /** The operation; null, with a diagnostic for each bad line, if there is one. */
    Statement read(Sentence head, List<Sentence> lines, KnownNames names, Span span) {
        Statement.Operation operation = builder.operation(parser.parse(parser.mark(head, names), names, NablaParser::operation));
        KnownNames own = names.inside(ownNames(operation, lines));
        List<Statement.Line> read = new ArrayList<>();
        List<Expression.Name> outputs = new ArrayList<>();
        int errors = diagnostics.size();
        for (Sentence line : lines) {
            try {
                List<Token> words = parser.mark(line, own);
                if (words.get(0).getType() == NablaParser.OUTPUT) {
                    requireNone(outputs, words);
                    outputs.addAll(builder.results(parser.parse(words, own, NablaParser::results)));
                } else {
                    read.add(line(line, words, own));
                }
            } catch (UnreadableSentence error) {
                diagnostics.add(error.diagnostic());
            }
        }
        if (diagnostics.size() > errors) {
            return null;
        }
        if (read.stream().noneMatch(Statement.Line::forward)) {
            throw new UnreadableSentence(operation.nameSpan(), "the operation has no forward line", "write forward y = … inside { }");
        }
        for (Expression.Name output : outputs) {
            if (read.stream().noneMatch(line -> line.forward() && line.target().name().equals(output.name()))) {
                throw new UnreadableSentence(output.span(), output.name() + " is no forward line of " + operation.name(),
                        "an output is what a forward line gives: forward " + output.name() + " = …");
            }
        }
        return new Statement.Operation(span, operation.nameSpan(), operation.name(), operation.parameters(), List.copyOf(read), List.copyOf(outputs));
    }

    private static void requireNone(List<Expression.Name> outputs, List<Token> words) {
        if (!outputs.isEmpty()) {
            throw new UnreadableSentence(Words.span(words.get(0)), "the outputs are named already, on line " + outputs.get(0).span().line(),
                    "name all of them on one line: output h, c");
        }
    }

    private static Set<String> ownNames(Statement.Operation operation, List<Sentence> lines) {
        Set<String> own = new LinkedHashSet<>();
        operation.parameters().forEach(parameter -> own.add(parameter.name()));
        for (Sentence line : lines) {
            if (line.isName(0, "forward") && line.type(1) == NablaParser.NAME) {
                own.add(line.word(1).getText());
            }
        }
        return own;
    }

    private Statement.Line line(Sentence line, List<Token> words, KnownNames own) {
        int head = words.get(0).getType();
        if (head != NablaParser.FORWARD && head != NablaParser.BACKWARD) {
            boolean equation = line.type(0) == NablaParser.NAME && line.type(1) == NablaParser.ASSIGN;
            boolean gradient = equation && line.word(0).getText().startsWith("d") && own.isNode(line.word(0).getText().substring(1));
            throw new UnreadableSentence(Words.span(words.get(0)), "a line of an operation begins with forward, backward or output",
                    equation ? "write " + (gradient ? "backward " : "forward ") + line.word(0).getText() + " = …" : null);
        }
        return builder.line(parser.parse(words, own, NablaParser::line));
    }
}
