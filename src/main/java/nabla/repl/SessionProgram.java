package nabla.repl;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;

/**
 * The statements said so far, in order: a graph file. Immutable. Programs that only grow share one list, so that a statement more costs no
 * copy of those before.
 */
final class SessionProgram {

    static final SessionProgram EMPTY = new SessionProgram(new SharedEntries(), 0);

    /** What programs of one line of growth share; each knows how much of it is its own. */
    private static final class SharedEntries {
        private final List<ProgramEntry> entries = new ArrayList<>();
        private final Map<EntryKey, Integer> places = new HashMap<>();
        private final Map<EntryKey, Comments> comments = new HashMap<>();

        private void add(ProgramEntry entry, Comments around) {
            places.put(entry.key(), entries.size());
            comments.put(entry.key(), around);
            entries.add(entry);
        }
    }

    private final SharedEntries shared;
    private final int size;
    private int[] starts;
    private String text;

    private SessionProgram(SharedEntries shared, int size) {
        this.shared = shared;
        this.size = size;
    }

    private static SessionProgram of(List<ProgramEntry> entries, Function<ProgramEntry, Comments> comments) {
        SharedEntries all = new SharedEntries();
        entries.forEach(entry -> all.add(entry, comments.apply(entry)));
        return new SessionProgram(all, entries.size());
    }

    List<ProgramEntry> entries() {
        return new AbstractList<>() {
            @Override
            public ProgramEntry get(int k) {
                return shared.entries.get(Objects.checkIndex(k, size));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** What stands around a statement of this program. */
    Comments comments(ProgramEntry entry) {
        return shared.comments.getOrDefault(entry.key(), Comments.NONE);
    }

    /** The statements as a text, a line (or block) each. */
    String text() {
        if (text == null) {
            starts = new int[size];
            StringBuilder all = new StringBuilder();
            for (int k = 0; k < size; k++) {
                Comments around = comments(shared.entries.get(k));
                all.append(around.before());
                starts[k] = all.length();
                all.append(shared.entries.get(k).text()).append(around.behind()).append('\n');
            }
            text = all.toString();
        }
        return text;
    }

    /** With new statements, and comments by their keys: each replaces the one it is about, in its place, or comes last. */
    SessionProgram with(List<ProgramEntry> changed, Map<EntryKey, Comments> around) {
        boolean grows = changed.stream().noneMatch(entry -> has(entry.key()))
                && changed.stream().map(ProgramEntry::key).distinct().count() == changed.size();
        synchronized (shared) {
            if (grows && shared.entries.size() == size && size > 0) {
                changed.forEach(entry -> shared.add(entry, around.getOrDefault(entry.key(), Comments.NONE)));
                return new SessionProgram(shared, size + changed.size());
            }
        }
        Map<EntryKey, ProgramEntry> all = new LinkedHashMap<>();
        entries().forEach(entry -> all.put(entry.key(), entry));
        changed.forEach(entry -> all.put(entry.key(), entry));
        Map<EntryKey, Comments> kept = new HashMap<>();
        entries().forEach(entry -> kept.put(entry.key(), comments(entry)));
        for (ProgramEntry entry : changed) {
            kept.put(entry.key(), around.getOrDefault(entry.key(), Comments.NONE).after(kept.getOrDefault(entry.key(), Comments.NONE)));
        }
        return of(List.copyOf(all.values()), entry -> kept.get(entry.key()));
    }

    /** Whether a statement has this key. */
    private boolean has(EntryKey key) {
        return shared.places.getOrDefault(key, size) < size;
    }

    SessionProgram without(List<ProgramEntry> gone) {
        List<ProgramEntry> rest = new ArrayList<>(entries());
        rest.removeAll(gone);
        return of(rest, this::comments);
    }

    /** What makes another program of this one. */
    Difference to(SessionProgram other) {
        int least = Math.min(size, other.size);
        int from = shared == other.shared ? least : 0;
        while (from < least && same(other, from, from)) {
            from++;
        }
        int behind = 0;
        while (behind < least - from && same(other, size - 1 - behind, other.size - 1 - behind)) {
            behind++;
        }
        return new Difference(from, said(from, size - behind), other.said(from, other.size - behind));
    }

    private boolean same(SessionProgram other, int k, int l) {
        ProgramEntry mine = shared.entries.get(k);
        ProgramEntry yours = other.shared.entries.get(l);
        return mine == yours && comments(mine).equals(other.comments(yours));
    }

    private List<CommentedEntry> said(int from, int to) {
        return entries().subList(from, to).stream().map(entry -> new CommentedEntry(entry, comments(entry))).toList();
    }

    /** A statement and what stands around it. */
    record CommentedEntry(ProgramEntry entry, Comments around) { }

    /** Statements that are gone from a place on, and those that have come. */
    record Difference(int from, List<CommentedEntry> gone, List<CommentedEntry> come) {

        Difference back() {
            return new Difference(from, come, gone);
        }

        SessionProgram of(SessionProgram before) {
            List<CommentedEntry> all = new ArrayList<>(before.said(0, from));
            all.addAll(come);
            all.addAll(before.said(from + gone.size(), before.size));
            Map<ProgramEntry, Comments> around = new IdentityHashMap<>();
            all.forEach(said -> around.put(said.entry(), said.around()));
            return SessionProgram.of(all.stream().map(CommentedEntry::entry).toList(), around::get);
        }
    }

    /** The statement that holds a place of the text, or null. */
    ProgramEntry at(Span span) {
        if (span == null) {
            return null;
        }
        int k = index(span);
        return k < 0 ? null : shared.entries.get(k);
    }

    private int index(Span span) {
        text();
        int k = Arrays.binarySearch(starts, span.start());
        return k >= 0 ? k : -k - 2;
    }

    /** A diagnostic of the whole text, as one of a source that holds the statement from {@code base} on. */
    Diagnostic moved(Diagnostic diagnostic, SourceText source, int base) {
        Span span = diagnostic.span();
        int start = starts[index(span)];
        return diagnostic.at(source.span(base + span.start() - start, base + span.end() - start));
    }
}
