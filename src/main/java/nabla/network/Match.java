package nabla.network;

import nabla.syntax.Expression;

/**
 * Shapes that have to agree in a network although an operation would stretch one of them.
 *
 * @param value what is looked at
 * @param like  what has its shape; null for a single number
 */
public record Match(Expression value, Expression like) { }
