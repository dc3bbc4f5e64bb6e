package nabla.repl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nabla.op.Functions;
import nabla.repl.Answer.Problem;
import nabla.repl.NameValues.Figure;
import nabla.report.Report.Status;
import nabla.session.Draft;
import nabla.session.Quantity;
import nabla.source.Diagnostic;
import nabla.source.Diagnostic.Severity;
import nabla.syntax.Expression;
import nabla.syntax.Habits;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;
import nabla.translate.Use;

/**
 * Definitions that nothing said before speaks of: they are worked out from the values of the names they use, and cost the same however much was
 * said. Whatever is doubtful is left to a {@link Change}, which looks at everything.
 */
final class Growth {

    /** Of more at once all is looked at once. */
    private static final int MOST = 20;
    private static final Pattern INPUT = Pattern.compile("\\p{L}\\p{N}*");
    private static final Tensor UNKNOWN = Tensor.scalar(1);

    private final Workspace before;
    private final ParsedInput typed;
    private final NameValues figures;
    private final Map<String, Statement.Equation> definitions = new LinkedHashMap<>();
    private final Map<String, Tensor> given = new HashMap<>();
    private final Set<String> inputs = new LinkedHashSet<>();
    private Draft draft;

    private Growth(Workspace before, ParsedInput typed, NameValues figures) {
        this.before = before;
        this.typed = typed;
        this.figures = figures;
    }

    /** Null where it is more than that. */
    static Growth of(Workspace before, ParsedInput typed) {
        if (typed.entries().size() > MOST || !typed.expressions().isEmpty() || !typed.script().statements().stream().allMatch(Growth::isDefinition)) {
            return null;
        }
        NameValues figures = typed.script().steps().isEmpty() ? before.figures() : null;
        Growth growth = figures == null ? null : new Growth(before, typed, figures);
        return growth != null && growth.isSelfContained() && growth.isBuilt() ? growth : null;
    }

    private static boolean isDefinition(Statement statement) {
        return statement instanceof Statement.Equation equation && equation.left() instanceof Expression.Name && equation.within() == null;
    }

    /** Whether every name is new, and every name that is used is known. */
    private boolean isSelfContained() {
        for (Statement statement : typed.script().statements()) {
            Statement.Equation equation = (Statement.Equation) statement;
            String name = ((Expression.Name) equation.left()).name();
            if (!figures.isNew(name) || definitions.put(name, equation) != null) {
                return false;
            }
        }
        for (Statement.Equation equation : definitions.values()) {
            for (Use use : Use.of(equation.right())) {
                String name = use.name().name();
                Figure figure = figures.of(name);
                boolean gradient = name.startsWith("d") && definitions.containsKey(name.substring(1));
                boolean known = figure != null || definitions.containsKey(name);
                boolean searched = figures.isSampled() && (figure == null ? !known : !figure.missing().isEmpty());
                if (use.role() == Use.Role.DERIVATIVE || gradient || searched || !known && !isInput(name)) {
                    return false;
                } else if (figure != null) {
                    given.put(name, figure.value());
                } else if (!known) {
                    given.put(name, UNKNOWN);
                    inputs.add(name);
                }
            }
        }
        return true;
    }

    /** Whether a name that was never heard of is an input without a value: a letter, or one with a number, is nothing else and no two names in one. */
    private boolean isInput(String name) {
        return INPUT.matcher(name).matches() && figures.isNew(name) && Functions.find(name) == null && Habits.name(name) == null;
    }

    private boolean isBuilt() {
        draft = Draft.of(typed.script(), given, before.preferences().settings(), before.folder());
        return draft.diagnostics().stream().noneMatch(Diagnostic::isError)
                && definitions.keySet().stream().allMatch(name -> draft.value(name) != null) && (!figures.isSampled() || draft.isPlain());
    }

    Turn entered() {
        List<Problem> remarks = new ArrayList<>(typed.notes());
        draft.diagnostics().stream().filter(diagnostic -> diagnostic.severity() == Severity.WARNING)
                .forEach(diagnostic -> remarks.add(new Problem(typed.source(), diagnostic)));
        inputs.forEach(name -> figures.put(name, new Figure(UNKNOWN, List.of(name), List.of())));
        Map<String, List<String>> missing = behind(figures::missing);
        Map<String, List<String>> drawn = behind(figures::drawn);
        Workspace after = before.grown(before.program().with(typed.entries(), typed.comments()), figures);
        List<String> lines = new ArrayList<>();
        QuantityWords words = new QuantityWords(before.preferences());
        for (ProgramEntry entry : typed.entries()) {
            String name = entry.key().name();
            Tensor value = draft.value(name);
            List<String> lacks = missing.get(name);
            List<String> sampled = drawn.get(name);
            figures.add(entry, new Figure(value, lacks, sampled));
            if (entry.isShown()) {
                lines.addAll(lacks.isEmpty() ? words.value(name, new Quantity(name, false, null, value, lacks, sampled))
                        : List.of(name + ": " + QuantityWords.missing(lacks) + " yet" + QuantityWords.meant(lacks, figures.names())));
            }
        }
        return new Turn(after, new Answer(Status.VERIFIED, List.copyOf(lines), List.copyOf(remarks)));
    }

    /** The inputs behind each new name, of those behind known ones; new names of the same line may use one another in any order. */
    private Map<String, List<String>> behind(UnaryOperator<List<String>> known) {
        Map<String, List<String>> behind = new HashMap<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, Statement.Equation> definition : definitions.entrySet()) {
                List<String> used = Use.of(definition.getValue().right()).stream().map(use -> use.name().name()).distinct().toList();
                List<String> inputs = new ArrayList<>(known.apply(used));
                used.forEach(name -> behind.getOrDefault(name, List.of()).stream().filter(one -> !inputs.contains(one)).forEach(inputs::add));
                changed |= !inputs.equals(behind.put(definition.getKey(), inputs));
            }
        }
        return behind;
    }
}
