package nabla.picture;

/**
 * From a figure to one that is computed from it, both by their places in the picture.
 *
 * @param local the derivative of the second by the first alone; empty where none is taken
 */
public record Arrow(int from, int to, String local) { }
