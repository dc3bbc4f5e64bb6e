package nabla.translate;

import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.op.Meanings;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.tensor.Tensor;

/**
 * What every form of expression is built with: what names mean, where the nodes were written, what is said of them, and the nodes of the
 * expressions that it consists of.
 */
abstract class Construction {

    private final StatementContext building;
    private final Draws draws;
    private final boolean known;

    /**
     * For expressions of one statement.
     *
     * @param draws the random numbers of the statement
     * @param known whether {@code rows(A)} has to be a number at once
     */
    Construction(StatementContext building, Draws draws, boolean known) {
        this.building = building;
        this.draws = draws;
        this.known = known;
    }

    /**
     * The node of an expression.
     *
     * @param name the name it gets: with one it is always a node of its own; null without
     * @throws Fault if the expression has an error
     */
    abstract Node build(Expression expression, String name);

    /** The same forms, built with something else. */
    abstract Construction with(StatementContext other, Draws numbers, boolean knowing);

    /** The value of an expression that has to be known when the graph is built. */
    Tensor known(Expression expression) {
        return KnownValues.value((known ? this : with(building, draws, true)).build(expression, null), expression.span());
    }

    /** The same for a whole number. */
    int wholeNumber(Expression expression) {
        return KnownValues.wholeNumber(known(expression), expression.span());
    }

    /** The same random numbers where names mean something else, in another text. */
    Construction inside(Scope other, SourceText code) {
        return with(building.inside(other, code), draws, known);
    }

    EntryBudget budget() {
        return building.budget();
    }

    /** The node of an operation, with its place. */
    Node apply(Span span, String name, Op op, Node... arguments) {
        try {
            return origin(new Apply(name, op, List.of(arguments)), span);
        } catch (ShapeMismatch mismatch) {
            throw Fault.shape(span, mismatch);
        }
    }

    /** The node under a name: what already has another one, or is no operation, is given a node of its own. */
    Node named(Node node, String name, Span span) {
        return name == null || name.equals(node.name()) ? node : origin(new Apply(name, Meanings.of(Meaning.IDENTITY), List.of(node)), span);
    }

    /** Remembers the place of a node; numbers need none. */
    Node origin(Node node, Span span) {
        building.budget().spend(node, span);
        if (!(node instanceof Constant)) {
            Span first = building.origins().put(node, span);
            if (first != null) {
                building.origins().put(node, first);
            }
        }
        return node;
    }

    void warn(Span span, String message) {
        building.diagnostics().add(Diagnostic.warning(span, message, null));
    }

    void warn(Span span, String message, String hint) {
        building.diagnostics().add(Diagnostic.warning(span, message, hint));
    }

    /** Whether this is only a trial, of which no hint is read. */
    boolean isTrial() {
        return building.trial();
    }

    /** The same for code that may be proposed. */
    Construction trial(SourceText code) {
        return with(building.trial(code), new Draws(building.seed(), "trial"), known);
    }

    boolean isKnown() {
        return known;
    }

    Scope scope() {
        return building.scope();
    }

    Draws draws() {
        return draws;
    }

    Sheets sheets() {
        return building.sheets();
    }

    SourceText source() {
        return building.source();
    }

    /** The text of an expression, as written. */
    String text(Expression expression) {
        return source().slice(expression.span());
    }
}
