package nabla.writer;

/**
 * How a text report looks.
 *
 * @param many  a line a file, and in full only what failed
 * @param whole formulas are written in full however long they are
 * @param width how many columns a line has, except where something cannot be broken
 */
public record TextStyle(Palette palette, Detail detail, boolean many, boolean whole, int width) {

    /** Long formulas are cut, unless nothing is. */
    public TextStyle(Palette palette, Detail detail, boolean many, int width) {
        this(palette, detail, many, detail == Detail.VERBOSE, width);
    }

    /** How much is said. */
    public enum Detail {
        /** Only what failed, and the sum. */
        QUIET,
        /** The table of nodes, and the gradients of inputs. */
        NORMAL,
        /** Nothing elided, and the gradients of inner nodes too. */
        VERBOSE
    }
}
