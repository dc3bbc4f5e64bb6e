package nabla.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nabla.source.Diagnostic;
import nabla.source.Iteration;
import nabla.source.SourceText;
import nabla.source.Span;

/** Reads sentences into statements; the sentences of a block into one. What is wrong goes to the diagnostics. */
final class SentenceReader {

    private final KnownNames names;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final StatementBuilder builder;
    private final SentenceParser parser;
    private final OperationReader operations;
    private final NetworkReader networks;
    private final TrainingReader trainings;
    private final Deque<Sentence> returned = new ArrayDeque<>();
    private final Set<List<Object>> told = new HashSet<>();

    SentenceReader(SourceText source, KnownNames names) {
        this.names = names;
        builder = new StatementBuilder(new DefinitionTarget(source, names));
        parser = new SentenceParser(source);
        operations = new OperationReader(parser, builder, diagnostics);
        networks = new NetworkReader(parser, diagnostics);
        trainings = new TrainingReader(parser);
    }

    /**
     * A part of a text.
     *
     * @param statements in order
     * @param steps      for the statements of {@code for} blocks, by identity, the step they belong to
     */
    record Part(List<Statement> statements, List<Diagnostic> diagnostics, Map<Statement, Iteration> steps) { }

    /** What the sentences of a part say, one after the other. */
    Part read(Supplier<Sentence> text) {
        List<Statement> statements = new ArrayList<>();
        Map<Statement, Iteration> steps = new IdentityHashMap<>();
        diagnostics.clear();
        for (Sentence sentence = next(text); sentence != null; sentence = next(text)) {
            int errors = diagnostics.size();
            Statement statement = sentence.opensBlock() ? block(sentence, text) : single(sentence);
            if (sentence.step() != null) {
                atStep(sentence.step(), errors);
            }
            if (statement != null) {
                statements.add(statement);
                if (sentence.step() != null) {
                    steps.put(statement, sentence.step());
                }
            } else if (sentence.step() == null && diagnostics.size() == errors) {
                throw new IllegalStateException("a statement without a tree and without an error");
            }
        }
        return new Part(statements, List.copyOf(diagnostics), steps);
    }

    /** Says at which step the new errors are; what is wrong at every step is said of the first. */
    private void atStep(Iteration step, int before) {
        List<Diagnostic> found = new ArrayList<>(diagnostics.subList(before, diagnostics.size()));
        diagnostics.subList(before, diagnostics.size()).clear();
        for (Diagnostic diagnostic : found) {
            if (told.add(List.of(diagnostic.what(), diagnostic.span()))) {
                diagnostics.add(diagnostic.at(step.text()));
            }
        }
    }

    private Sentence next(Supplier<Sentence> text) {
        return returned.isEmpty() ? text.get() : returned.poll();
    }

    private Statement single(Sentence sentence) {
        try {
            if (sentence.closesBlock()) {
                throw new UnreadableSentence(sentence.span(), "no block is open for \"}\"", null);
            }
            Statement statement = parser.statement(sentence, names, builder);
            Notes.add(sentence, names, diagnostics);
            return statement;
        } catch (UnreadableSentence error) {
            diagnostics.add(error.diagnostic());
            return null;
        }
    }

    private Statement block(Sentence head, Supplier<Sentence> text) {
        List<Sentence> lines = new ArrayList<>();
        Sentence line = next(text);
        while (line != null && !line.opensBlock() && !line.closesBlock() && lines.size() < Limits.LINES) {
            lines.add(line);
            line = next(text);
        }
        if (lines.size() == Limits.LINES && lines.stream().noneMatch(SentenceReader::isStatement)) {
            diagnostics.add(Limits.refusal(head.span(), "more than " + Limits.LINES + " lines in one block", "divide it"));
            skip(text, line);
            return null;
        } else if (line == null || !line.closesBlock()) {
            unclosed(head, lines, line);
            return null;
        }
        Span span = head.span().to(line.span());
        try {
            return switch (head.word(0).getText()) {
                case "mlp" -> networks.network(head, lines, names, span);
                case "train" -> trainings.read(head, lines, names, span);
                default -> operations.read(head, lines, names, span);
            };
        } catch (UnreadableSentence error) {
            diagnostics.add(error.diagnostic());
            return null;
        }
    }

    private void skip(Supplier<Sentence> text, Sentence from) {
        Sentence line = from;
        while (line != null && !line.opensBlock() && !line.closesBlock()) {
            line = next(text);
        }
        if (line != null && line.opensBlock()) {
            returned.addFirst(line);
        }
    }

    /** Takes the lines that look like lines of a block as its own, and gives the others back. */
    private void unclosed(Sentence head, List<Sentence> lines, Sentence last) {
        Span brace = Words.span(head.word(head.size() - 1));
        diagnostics.add(Diagnostic.error(brace, "\"{\" is never closed", "write } on a line of its own after the block"));
        int own = 0;
        while (own < lines.size() && !isStatement(lines.get(own))) {
            own++;
        }
        if (last != null) {
            returned.addFirst(last);
        }
        for (int i = lines.size() - 1; i >= own; i--) {
            returned.addFirst(lines.get(i));
        }
    }

    private static boolean isStatement(Sentence sentence) {
        return Openings.begin(sentence.words(), false, false) && !sentence.isName(0, "forward") && !sentence.isName(0, "backward");
    }
}
