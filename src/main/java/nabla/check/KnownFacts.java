package nabla.check;

import nabla.model.Model;
import nabla.simplify.Facts;
import nabla.simplify.Simplifier;
import nabla.simplify.Steps;

/** What a simplifier may take for granted about the leaves of a model, and simplifiers that do. */
public final class KnownFacts {

    private KnownFacts() { }

    /** The facts about a model. */
    public static Facts of(Model model) {
        return new Facts(model.distributions(), model.nonnegative(), model.sizes());
    }

    /** A simplifier for formulas over a model. */
    public static Simplifier simplifier(Model model) {
        return new Simplifier(of(model));
    }

    /** The same; all its formulas together take so many steps at most. */
    public static Simplifier simplifier(Model model, Steps steps) {
        return new Simplifier(of(model), steps);
    }
}
