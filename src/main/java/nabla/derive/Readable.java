package nabla.derive;

import nabla.formula.Formula;
import nabla.graph.Node;
import nabla.simplify.Formulas;
import nabla.simplify.Simplifier;

/** Formulas of steps: what has a name is called by it. */
record Readable(Simplifier simplifier) {

    /** The formula in its shortest form; null where it would be too long. */
    Formula of(Node node) {
        return simplifier.sizes().in(Formulas.derivative(simplifier.derivative(node, null), null).orElse(null));
    }
}
