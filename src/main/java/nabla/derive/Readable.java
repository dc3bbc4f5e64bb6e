package nabla.derive;

import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.simplify.Formulas;
import nabla.simplify.Simplifier;

/** Formulas of steps: what has a name is called by it. */
record Readable(Simplifier simplifier) {

    /** The formula in its shortest form; null where it would be too long. */
    Formula of(Node node) {
        boolean named = node instanceof Apply && node.name() != null;
        return named ? Formula.name(node.name()) : simplifier.sizes().in(Formulas.of(simplifier.simplify(node)).orElse(null));
    }
}
