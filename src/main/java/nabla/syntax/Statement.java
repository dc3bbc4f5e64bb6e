package nabla.syntax;

import java.util.List;
import nabla.source.Span;

/** A statement as written. What an equation means (definition or claim) depends on the other names and is settled in {@code translate}. */
public sealed interface Statement {

    Span span();

    /**
     * {@code left = right}: a definition when the left side is a name (unless that name is {@code dA} and {@code A} names a node), a
     * claim about a derivative when it is one.
     *
     * @param constant whether {@code const} stands before it
     * @param within   the deviation allowed, or null
     */
    record Equation(Span span, boolean constant, Expression left, Expression right, Expression.Number within) implements Statement { }

    /** {@code left == right}: a claim about a value. */
    record Equality(Span span, Expression left, Expression right, Expression.Number within) implements Statement { }

    /** {@code x, y in R(m, n) from lo to hi}: inputs without a value. */
    record Declaration(Span span, boolean constant, List<Expression.Name> names, Space space) implements Statement { }

    /** Names the output. */
    record Output(Span span, Expression.Name name) implements Statement { }

    record Seed(Span span, long seed) implements Statement { }

    /** An operation with a hand-written backward pass. {@code nameSpan} is where its name stands. */
    record Operation(Span span, Span nameSpan, String name, List<Parameter> parameters, List<Line> lines) implements Statement { }

    /** A parameter of an {@link Operation}; without a declared shape {@code space} is null. */
    record Parameter(Span span, String name, Space space) { }

    /** {@code forward Z = …} or {@code backward dX = …}. */
    record Line(Span span, boolean forward, Expression.Name target, Expression value) { }

    /** What the names of a declaration range over. {@code from}, {@code to} are null without a range. */
    record Space(Span span, Kind kind, Size rows, Size columns, Expression.Number from, Expression.Number to) { }

    /** {@code R}, {@code simplex} or {@code onehot}. */
    enum Kind { REAL, SIMPLEX, ONEHOT }

    /** A size: a number, or a name ({@code number} is then −1). {@code R} alone is 1×1, {@code R(n)} is n×1. */
    record Size(Span span, int number, String name) { }
}
