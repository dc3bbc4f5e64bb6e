package nabla.repl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nabla.repl.EntryKey.Kind;
import nabla.session.Draft;
import nabla.session.Quantity;
import nabla.source.Diagnostic;
import nabla.tensor.Tensor;

/**
 * What the names of a session amount to, as far as one can go on from it: a definition that nothing said before speaks of changes none of them,
 * and is added without looking at the others.
 */
final class NameValues {

    /** A name, or what stands before the dot of {@code x.T}. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*");

    /**
     * What a name amounts to.
     *
     * @param value   or, where something is missing, a matrix of its shape
     * @param missing the names without a value that it depends on
     * @param drawn   the declared inputs that it depends on: their values are sampled
     */
    record Figure(Tensor value, List<String> missing, List<String> drawn) { }

    private final Map<String, Figure> figures = new HashMap<>();
    private final Set<String> mentioned = new HashSet<>();
    /** The names that have a statement of their own. */
    private final Set<String> said = new HashSet<>();
    private boolean open = true;
    private boolean sampled;

    private NameValues() { }

    /** Of statements, and of what they amount to, which is asked for only where there are any. */
    static NameValues of(SessionProgram program, Supplier<Draft> drafts) {
        NameValues figures = new NameValues();
        if (program.entries().isEmpty()) {
            return figures;
        }
        Draft draft = drafts.get();
        program.entries().forEach(figures::mention);
        for (Quantity quantity : draft.quantities()) {
            figures.open &= quantity.value() != null || !quantity.missing().isEmpty();
            figures.sampled |= !quantity.drawn().isEmpty();
            Tensor value = quantity.value() != null ? quantity.value() : Tensor.of(draft.shape(quantity.name()), k -> 1);
            figures.figures.put(quantity.name(), new Figure(value, quantity.value() != null ? List.of() : draft.missing(quantity.name()),
                    quantity.drawn()));
        }
        boolean seeded = program.entries().stream().anyMatch(entry -> entry.is(Kind.SEED));
        boolean gradients = figures.mentioned.stream().anyMatch(word -> figures.isGradient(word));
        boolean bad = draft.diagnostics().stream().anyMatch(Diagnostic::isError);
        Set<String> names = figures.figures.keySet();
        figures.open &= names.containsAll(draft.free()) && names.containsAll(figures.said) && !seeded && !gradients && !bad;
        figures.open &= !figures.sampled || draft.isPlain();
        return figures;
    }

    private void mention(ProgramEntry entry) {
        said.addAll(entry.names());
        WORD.matcher(entry.text()).results().forEach(match -> mentioned.add(match.group()));
    }

    /** Whether a word reads as the gradient by a name. */
    private boolean isGradient(String word) {
        return word.length() > 1 && word.startsWith("d") && !said.contains(word) && figures.containsKey(word.substring(1));
    }

    /** Whether definitions can be added at all. */
    boolean isOpen() {
        return open;
    }

    /** Whether the value of a name is sampled: a definition that asks for another value changes what was said. */
    boolean isSampled() {
        return sampled;
    }

    Figure of(String name) {
        return figures.get(name);
    }

    /** Every name, those without a value among them. */
    Set<String> names() {
        return Collections.unmodifiableSet(figures.keySet());
    }

    /** Whether nothing said before can mean the name, or the gradient by it, and it reads as no gradient itself. */
    boolean isNew(String name) {
        return !mentioned.contains(name) && !mentioned.contains("d" + name) && !isGradient(name) && name.indexOf('.') < 0;
    }

    /** The names without a value that an expression over these names depends on. */
    List<String> missing(List<String> used) {
        List<String> missing = new ArrayList<>();
        used.stream().filter(name -> of(name) != null && of(name).missing().equals(List.of(name))).forEach(missing::add);
        for (int k = used.size() - 1; k >= 0; k--) {
            List<String> more = of(used.get(k)) == null ? List.of() : of(used.get(k)).missing();
            more.stream().filter(name -> !missing.contains(name)).forEach(missing::add);
        }
        return List.copyOf(missing);
    }

    /** The sampled inputs that an expression over these names depends on. */
    List<String> drawn(List<String> used) {
        return used.stream().filter(name -> of(name) != null).flatMap(name -> of(name).drawn().stream()).distinct().toList();
    }

    void add(ProgramEntry entry, Figure figure) {
        mention(entry);
        put(entry.key().name(), figure);
    }

    /** A name that has no statement of its own. */
    void put(String name, Figure figure) {
        figures.put(name, figure);
    }
}
