package nabla.op;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nabla.formula.Notation;
import nabla.graph.Meaning;
import nabla.graph.Trait;

/**
 * A row of a table of operations while it is written: what may be said of any function, however many arguments it has.
 *
 * @param <R> the row itself, so that what is said can follow on
 */
abstract class TableRow<R extends TableRow<R>> {

    final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    Meaning meaning = Meaning.OTHER;
    Notation notation = Notation.PLAIN;
    String range;

    abstract R self();

    R is(Trait... facts) {
        traits.addAll(List.of(facts));
        return self();
    }

    R meaning(Meaning algebraic) {
        meaning = algebraic;
        return self();
    }

    /** Its name in LaTeX. */
    R latex(String name) {
        notation = new Notation(name, notation.style(), notation.result());
        return self();
    }

    /** The values that an activation takes, in words. */
    R range(String values) {
        range = values;
        return self();
    }
}
