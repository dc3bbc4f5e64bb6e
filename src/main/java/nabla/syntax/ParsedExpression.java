package nabla.syntax;

import java.util.List;
import nabla.source.Diagnostic;

/**
 * What became of an expression.
 *
 * @param expression what was read, or null
 * @param at         the values of inputs at which it is asked for: {@code dz/dx at x = 5}; mostly empty
 * @param problem    why it was not, or null
 */
public record ParsedExpression(Expression expression, List<Expression.Argument> at, Diagnostic problem) { }
