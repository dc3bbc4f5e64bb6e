package nabla.op;

import nabla.formula.Notation;
import nabla.graph.Meaning;
import nabla.graph.OpFacts;
import nabla.graph.Trait;

/**
 * A row of a table of operations while it is written: what may be said of any function, however many arguments it has.
 *
 * @param <R> the row itself, so that what is said can follow on
 */
abstract class TableRow<R extends TableRow<R>> {

    OpFacts facts;

    TableRow(String name) {
        facts = OpFacts.of(name);
    }

    abstract R self();

    private R known(OpFacts more) {
        facts = more;
        return self();
    }

    R is(Trait... traits) {
        return known(facts.is(traits));
    }

    R meaning(Meaning algebraic) {
        return known(facts.meaning(algebraic));
    }

    /** Its name in LaTeX. */
    R latex(String name) {
        return known(facts.latex(name));
    }

    R set(Notation.Style style) {
        return known(facts.set(style));
    }

    /** The values that an activation takes, in words. */
    R range(String values) {
        return known(facts.range(values));
    }

    /** What is taught of the derivative, in a sentence. */
    R lesson(String sentence) {
        return known(facts.lesson(sentence));
    }
}
