package nabla.report;

/** How a text report looks. {@code many}: a line a file, and in full only what failed. */
public record TextStyle(Palette palette, Detail detail, boolean many) {

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
