package nabla.check;

import nabla.forward.Values;
import nabla.graph.Node;

/** Tells whether rules are right on their own, whatever the graph around them is. */
interface LocalRules {

    /** Whether no operation between a node and the root has a rule on the way that is wrong on its own. */
    boolean hold(Node node, Node root, Values values);
}
