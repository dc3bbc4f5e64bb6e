package nabla.derive;

import java.util.List;
import nabla.backward.ReversePass;
import nabla.formula.Formula;
import nabla.formula.FormulaParts;
import nabla.formula.TextFormula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.simplify.Formulas;
import nabla.simplify.Simplifier;

/**
 * Results without the name of what is differentiated. Calling it by name is short where the derivative repeats it, as in f·(1 − f);
 * where it does not, −2/(x + 1)² says more than −(f + 1)/(x + 1).
 */
record NameElimination(Simplifier simplifier, Node seed) {

    /** So many characters more are worth it. */
    private static final int WORTH = 16;

    /** The shortest form of a gradient, or one without the name. */
    Node of(Subject subject, Node shortest) {
        Formula called = Formulas.of(shortest).orElse(null);
        Apply root = (Apply) subject.root();
        if (called == null || root.name() == null || !FormulaParts.contains(called, Formula.name(root.name()))) {
            return shortest;
        }
        Apply bare = new Apply(null, root.op(), root.arguments());
        Node adjoint = new ReversePass(bare, seed, List.of(subject.leaf())).adjoint(subject.leaf());
        Node other = simplifier.simplify(adjoint);
        Formula spelled = Formulas.of(other).orElse(null);
        boolean repeated = spelled == null || Formulas.of(bare).map(part -> FormulaParts.contains(spelled, part)).orElse(false);
        return repeated || TextFormula.text(spelled).length() > TextFormula.text(called).length() + WORTH ? shortest : other;
    }
}
