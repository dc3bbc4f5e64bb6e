/** The computation graph: nodes with identity, open operations, guards, topological order. */
package nabla.graph;
