package nabla.network;

import nabla.source.Span;
import nabla.syntax.Expression;

/**
 * One of the definitions that an {@code mlp} block stands for.
 *
 * @param name  with the name of the network before it: {@code xor.W1}
 * @param span  the line of the block it comes from
 * @param value its right side
 * @param join  for {@code z}, the layer whose parameters have to fit; otherwise null
 * @param match what else has to fit, or null
 */
public record Definition(String name, Span span, Expression value, Join join, Match match) { }
