package nabla.picture;

import nabla.source.Display;

/**
 * From a figure to one that is computed from it, both by their places in the picture.
 *
 * @param local the derivative of the second by the first alone; empty where none is taken
 * @param name  what to call it where there is little space, {@code rule of Lstm, dcprev}
 */
public record Arrow(int from, int to, String local, String name) {

    private static final int WIDTH = 24;

    /** The derivative where there is little space: if it is long its name, or a part of it. */
    String label() {
        String all = Display.visible(local);
        return Display.cut(Display.width(all) > WIDTH ? Display.visible(name) : all, WIDTH);
    }
}
