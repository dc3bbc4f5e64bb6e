package nabla.source;

/**
 * One step of a {@code for} block, or of several inside of one another.
 *
 * @param counter what counts the innermost: {@code t}
 * @param text    {@code t = 3}
 * @param block   the outermost block, from {@code for} to its brace
 */
public record Iteration(String counter, String text, Span block) { }
