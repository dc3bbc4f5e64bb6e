package nabla.repl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;

/** The statements said so far, in order: a graph file. Immutable. */
final class Program {

    static final Program EMPTY = new Program(List.of(), Map.of());

    private final List<Entry> entries;
    private final Map<String, Comments> comments;
    private final int[] starts;
    private final String text;

    private Program(List<Entry> entries, Map<String, Comments> comments) {
        this.entries = List.copyOf(entries);
        this.comments = Map.copyOf(comments);
        this.starts = new int[entries.size()];
        StringBuilder all = new StringBuilder();
        for (int k = 0; k < starts.length; k++) {
            Comments around = comments.getOrDefault(entries.get(k).key(), Comments.NONE);
            all.append(around.before());
            starts[k] = all.length();
            all.append(entries.get(k).text()).append(around.behind()).append('\n');
        }
        this.text = all.toString();
    }

    List<Entry> entries() {
        return entries;
    }

    /** The statements as a text, a line (or block) each. */
    String text() {
        return text;
    }

    /** With new statements, and comments by their keys: each replaces the one it is about, in its place, or comes last. */
    Program with(List<Entry> changed, Map<String, Comments> around) {
        Map<String, Entry> all = new LinkedHashMap<>();
        entries.forEach(entry -> all.put(entry.key(), entry));
        changed.forEach(entry -> all.put(entry.key(), entry));
        Map<String, Comments> kept = new HashMap<>(comments);
        for (Entry entry : changed) {
            Comments old = comments.getOrDefault(entry.key(), Comments.NONE);
            kept.put(entry.key(), around.getOrDefault(entry.key(), Comments.NONE).after(old));
        }
        return new Program(List.copyOf(all.values()), kept);
    }

    Program without(List<Entry> gone) {
        List<Entry> rest = new ArrayList<>(entries);
        rest.removeAll(gone);
        Map<String, Comments> kept = new HashMap<>(comments);
        gone.forEach(entry -> kept.remove(entry.key()));
        return new Program(rest, kept);
    }

    /** The statement that holds a place of the text, or null. */
    Entry at(Span span) {
        if (span == null) {
            return null;
        }
        int k = starts.length - 1;
        while (k >= 0 && starts[k] > span.start()) {
            k--;
        }
        return k < 0 ? null : entries.get(k);
    }

    /** A diagnostic of the whole text, as one of a source that holds the statement from {@code base} on. */
    Diagnostic moved(Diagnostic diagnostic, SourceText source, int base) {
        Span span = diagnostic.span();
        int start = starts[entries.indexOf(at(span))];
        return new Diagnostic(diagnostic.severity(), span(source, base + span.start() - start, base + span.end() - start),
                diagnostic.message(), diagnostic.hint());
    }

    /** The span from one offset to another. */
    static Span span(SourceText source, int start, int end) {
        int from = Math.min(start, source.text().length());
        int line = 1 + (int) source.text().substring(0, from).chars().filter(c -> c == '\n').count();
        return new Span(line, from - source.lineStart(from) + 1, from, Math.max(from, Math.min(end, source.text().length())));
    }
}
