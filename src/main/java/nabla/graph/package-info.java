/**
 * The computation graph. Read {@link nabla.graph.Node} first, with its three kinds; then {@link nabla.graph.Op}, what an operation has to
 * say of itself; {@link nabla.graph.Guard}, where it has a kink or the edge of its domain; {@link nabla.graph.Tape}, its nodes
 * in order.
 */
package nabla.graph;
