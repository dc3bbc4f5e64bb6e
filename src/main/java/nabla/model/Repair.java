package nabla.model;

import nabla.graph.Node;

/**
 * An answer with one operation changed so that the shapes fit.
 *
 * @param text    the operation as it would have to be written: {@code X.T @ dZ}
 * @param product whether {@code *} and {@code @} were exchanged; otherwise a transpose or the order of factors is changed
 */
public record Repair(String text, boolean product, Node answer) { }
