package nabla.translate;

import nabla.network.Definition;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/**
 * What a name stands for, as written.
 *
 * @param left     the name, where it stands on the left
 * @param value    the right side of its equation; null for a name that is declared or free
 * @param constant whether {@code const} stands before it
 * @param space    what a declared name ranges over; otherwise null
 * @param part     of a network, with what has to fit before it is built; otherwise null
 * @param unpacked what gives it a value together with other names; otherwise null
 */
public record Entry(Expression.Name left, Expression value, boolean constant, Statement.Space space, Definition part,
        Statement.Unpacking unpacked) {

    static Entry defined(Expression.Name left, Statement.Equation equation) {
        return new Entry(left, equation.right(), equation.constant(), null, null, null);
    }

    static Entry declared(Expression.Name name, Statement.Declaration declaration) {
        return new Entry(name, null, declaration.constant(), declaration.space(), null, null);
    }

    /** One of the names on the left of an unpacking. */
    static Entry unpacked(Expression.Name name, Statement.Unpacking unpacking) {
        return new Entry(name, unpacking.value(), false, null, null, unpacking);
    }

    /** A line of a network. */
    static Entry part(Definition definition) {
        return new Entry(new Expression.Name(definition.span(), definition.name()), definition.value(), false, null, definition, null);
    }

    /** A name without a statement of its own. */
    static Entry free(Expression.Name use) {
        return new Entry(use, null, false, null, null, null);
    }

    public String name() {
        return left.name();
    }

    public Span span() {
        return left.span();
    }

    boolean isDefined() {
        return value != null;
    }
}
