package nabla.repl;

import java.util.List;
import nabla.limit.Progress;

/** What a shell knows of whoever reads its answers. */
public interface Screen {

    /** How many columns there are. */
    int width();

    /** Shows some lines at once, and waits until the reader wants more; false if no more is wanted. */
    boolean step(List<String> lines);

    /** The lines entered, the oldest first. */
    List<String> history();

    /** Where long work tells how far it has come: nowhere, but for those that can show it and take it away again. */
    default Progress progress() {
        return Progress.NONE;
    }
}
