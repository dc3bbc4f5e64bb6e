package nabla.repl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.op.Functions;
import nabla.repl.Answer.Problem;
import nabla.source.Diagnostic;
import nabla.source.Iteration;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.ParsedExpression;
import nabla.syntax.Reader;
import nabla.syntax.Script;

/**
 * What was typed: statements, expressions to be evaluated after them, and what could not be read.
 *
 * @param comments what stands around the statements, by their keys
 * @param notes    what can be read but may surprise
 */
record ParsedInput(SourceText source, Script script, List<ProgramEntry> entries, Map<EntryKey, Comments> comments, List<Question> expressions,
        List<Problem> problems, List<Problem> notes) {

    /** An assignment of other languages. */
    private static final Pattern ARROW = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.]*)\\s*<-\\s+(\\S+)");

    /** An expression that was typed on its own; {@code at} are the values of inputs at which it is asked for. */
    record Question(Expression expression, List<Expression.Argument> at, Span span) { }

    /** Reads a text; {@code known} names make {@code dz/dx} a derivative. */
    static ParsedInput read(SourceText source, Set<String> known) {
        Script script = new Reader(Functions.names()).read(source, known);
        ParsedInput typed = new ParsedInput(source, script, new ArrayList<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        typed.add(script);
        typed.around(null);
        Set<Integer> starts = new HashSet<>();
        script.statements().forEach(statement -> starts.add(statement.span().start()));
        script.steps().values().forEach(step -> starts.add(step.block().start()));
        List<Span> others = Reader.pieces(source).spans().stream().filter(piece -> !starts.contains(piece.start())).toList();
        Set<String> all = others.isEmpty() ? Set.of() : new HashSet<>(known);
        others.stream().limit(1).forEach(piece -> typed.entries.forEach(entry -> all.addAll(entry.names())));
        others.forEach(piece -> typed.expression(piece, script, all));
        script.diagnostics().stream().filter(d -> !d.isError())
                .forEach(d -> typed.notes.add(new Problem(source, d)));
        return typed;
    }

    /** A block that is written out is one entry. */
    private void add(Script read) {
        for (int k = 0; k < read.statements().size(); k++) {
            Iteration step = read.steps().get(read.statements().get(k));
            int end = k + 1;
            while (step != null && end < read.statements().size() && read.steps().get(read.statements().get(end)) != null
                    && read.steps().get(read.statements().get(end)).block().equals(step.block())) {
                end++;
            }
            add(step == null ? ProgramEntry.of(read.statements().get(k), source) : List.of(ProgramEntry.of(step, read.statements().subList(k, end), source)));
            k = end - 1;
        }
    }

    private void add(List<ProgramEntry> statement) {
        around(statement.get(0));
        entries.addAll(statement);
    }

    /** Keeps the comments between the statement before and this one; null at the end. */
    private void around(ProgramEntry next) {
        ProgramEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        int from = last == null ? 0 : last.typed().end();
        int to = next == null ? source.text().length() : next.typed().start();
        Comments between = Comments.between(source.text().substring(Math.min(from, to), to), last == null, next == null);
        if (last != null) {
            Comments above = comments.getOrDefault(last.key(), Comments.NONE);
            comments.put(last.key(), new Comments(above.above(), between.after()));
        }
        if (next != null) {
            comments.put(next.key(), new Comments(between.above(), List.of()));
        }
    }

    private void expression(Span piece, Script script, Set<String> known) {
        Diagnostic statement = script.diagnostics().stream()
                .filter(d -> d.isError() && d.span() != null && within(d.span(), piece)).findFirst().orElse(null);
        ParsedExpression reading = new Reader(Functions.names()).expression(alone(piece), known);
        if (statement != null && reading.at().isEmpty() && isStatement(source.slice(piece))) {
            problems.add(new Problem(source, statement));
            return;
        }
        if (reading.expression() != null) {
            expressions.add(new Question(reading.expression(), reading.at(), piece));
            Matcher arrow = ARROW.matcher(source.slice(piece));
            if (arrow.matches()) {
                notes.add(new Problem(source, Diagnostic.warning(piece, "this compares " + arrow.group(1) + " with a negative number",
                        "write " + arrow.group(1) + " = " + arrow.group(2) + " to give a value")));
            }
        } else {
            boolean same = statement != null && Objects.equals(statement.span(), reading.problem().span())
                    && statement.message().equals(reading.problem().message());
            problems.add(new Problem(source, same ? statement : reading.problem()));
        }
    }

    private static boolean within(Span span, Span piece) {
        return span.start() >= piece.start() && span.start() <= piece.end();
    }

    /** The piece at its place, with nothing around it. */
    private SourceText alone(Span piece) {
        String before = source.text().substring(0, piece.start()).replaceAll("[^\n]", " ");
        return new SourceText(source.name(), before + source.slice(piece));
    }

    /** Whether a text was meant as a statement: it has a sign of equality outside brackets, or begins with a keyword. */
    private static boolean isStatement(String text) {
        int depth = 0;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth <= 0 && c == '=' && !(k > 0 && "<>".indexOf(text.charAt(k - 1)) >= 0)) {
                return true;
            }
        }
        return text.matches("(?s)\\s*(const|output|seed|op|mlp|train|for|question|credit)\\b.*") || text.matches("(?s)[^\\[(]*\\s(in|∈)(\\s.*)?");
    }

    /** Whether nothing was typed but space and comments. */
    boolean isEmpty() {
        return entries.isEmpty() && expressions.isEmpty() && problems.isEmpty();
    }
}
