package nabla.op;

import java.util.Set;
import nabla.formula.Notation;
import nabla.graph.Meaning;
import nabla.graph.Trait;

/** An operation on entries that is a row of a table: what is asked of it stands there. */
interface TableOp extends Elementwise {

    /** The row. */
    TableRow<?> facts();

    @Override
    default Set<Trait> traits() {
        return facts().traits;
    }

    @Override
    default boolean is(Trait trait) {
        return facts().traits.contains(trait);
    }

    @Override
    default Meaning meaning() {
        return facts().meaning;
    }

    @Override
    default Notation notation() {
        return facts().notation;
    }

    @Override
    default String range() {
        return facts().range;
    }
}
