package nabla.assembly;

import java.util.List;
import nabla.formula.Formula;
import nabla.tensor.Tensor;

/**
 * A node of the output's graph, to be drawn.
 *
 * @param name       the user's, or v1, v2, …
 * @param symbol     of the operation; null for a leaf
 * @param expression one operation over the names of its arguments; null for a leaf
 * @param value      null where something is missing
 * @param gradient   of the output by this node; null where something is missing, and where none is taken
 * @param arguments  the places of its arguments in the list of vertices; numbers written in the text are none
 */
public record DrawnNode(String name, String symbol, Formula expression, Tensor value, Tensor gradient, List<Integer> arguments) { }
