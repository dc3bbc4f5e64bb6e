package nabla.simplify;

import java.util.Set;
import nabla.formula.Formula;
import nabla.graph.Node;

/**
 * Makes nodes readable: an equal node, over the same named nodes, whose formula is no longer than before. Every result is compared
 * with the original at random points before it is given out. What is too large to read anyway is returned as it is.
 */
public final class Simplifier {

    private final Facts facts;
    private final Steps steps;

    /** A simplifier that may use facts. */
    public Simplifier(Facts facts) {
        this(facts, Steps.unlimited());
    }

    /** The same within a number of steps for all that it is asked for. */
    public Simplifier(Facts facts, Steps steps) {
        this.facts = facts;
        this.steps = steps;
    }

    /** A simplifier that knows of nodes whose rows add up to 1. */
    public Simplifier(Set<? extends Node> distributions) {
        this(new Facts(distributions, Set.of()));
    }

    /** The node in its shortest form found. Named nodes, other than the root, are not looked into. */
    public Node simplify(Node root) {
        return simplify(root, false);
    }

    /** A derivative of a node in its shortest form: where that is a named node, the node itself. */
    public Node derivative(Node derivative, Node of) {
        return Formulas.isCalled(derivative, of) ? derivative : simplify(derivative);
    }

    /** Whether its steps are spent: only the shortest formulas are still made shorter. */
    public boolean isSpent() {
        return steps.areSpent();
    }

    /** What numbers of rows and columns are called. */
    public SizeNames sizes() {
        return new SizeNames(facts.sizes());
    }

    /** The node in its shortest form found; with {@code expand}, over the inputs. */
    public Node simplify(Node original, boolean expand) {
        Node root = expand ? original : sizes().in(original);
        Node shorter = unverified(root, expand);
        return shorter == root || new RandomComparison(facts, expand).agree(root, shorter) ? shorter : root;
    }

    /** The same before it is compared with the original, for tests of the rules. */
    Node unverified(Node root, boolean expand) {
        TermPool pool = new TermPool(facts, steps);
        try {
            TermMaker terms = new TermMaker(pool);
            Term term = new TermReader(terms, expand, false, new FormChoice(terms)::of).read(root);
            WrittenTerm written = terms.written(term);
            Formula before = Formulas.of(root, expand, Formulas.LIMIT).orElse(null);
            boolean kept = before != null && (new Measure().of(before) < written.length() || before.equals(written.formula()));
            return kept ? root : written.node();
        } catch (Exhaustion tooLarge) {
            return root;
        } finally {
            steps.spend(pool.cost());
        }
    }
}
