package nabla.picture;

import nabla.source.Display;

/**
 * From a figure to one that is computed from it, both by their places in the picture.
 *
 * @param local the derivative of the second by the first alone; empty where none is taken
 */
public record Arrow(int from, int to, String local) {

    private static final int WIDTH = 24;

    /** The derivative where there is little space, cut if it is long. */
    String label() {
        return Display.cut(Display.visible(local), WIDTH);
    }
}
