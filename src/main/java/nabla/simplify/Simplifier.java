package nabla.simplify;

import java.util.Set;
import nabla.formula.Formula;
import nabla.graph.Node;

/**
 * Makes nodes readable: an equal node, over the same named nodes, whose formula is no longer than before. Every result is compared
 * with the original at random points before it is given out. What is too large to read anyway is returned as it is.
 */
public final class Simplifier {

    private final Set<? extends Node> distributions;

    /**
     * A simplifier.
     *
     * @param distributions nodes whose rows add up to 1 (of a column: the column)
     */
    public Simplifier(Set<? extends Node> distributions) {
        this.distributions = distributions;
    }

    /** The node in its shortest form found. Named nodes, other than the root, are not looked into. */
    public Node simplify(Node root) {
        try {
            Terms terms = new Terms(new Pool(distributions));
            Term term = new TermReader(terms, false, new Settling(terms)::of).read(root);
            Written written = terms.written(term);
            Formula before = Formulas.of(root).orElse(null);
            boolean longer = before != null && new Measure().of(before) < written.length();
            return longer || !new Sampling(distributions).agree(root, written.node()) ? root : written.node();
        } catch (GivenUp tooLarge) {
            return root;
        }
    }
}
