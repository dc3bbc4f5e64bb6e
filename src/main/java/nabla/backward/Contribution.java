package nabla.backward;

import nabla.graph.Apply;
import nabla.graph.Node;

/**
 * What one use of a node adds to its adjoint: {@code ∂L/∂v += mul(∂L/∂O(i), ∂f_i/∂v)} in the terms of the lecture.
 *
 * @param via      the use, f_i
 * @param argument which argument of it the node is, from 0
 * @param term     the summand, of the shape of the node
 */
public record Contribution(Apply via, int argument, Node term) { }
