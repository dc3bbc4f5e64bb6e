package nabla.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/** Where a progress bar is drawn: one line of standard error, empty again at the end. */
final class StatusLine extends ConsoleProgressBarConsumer {

    private static final int WIDEST = 78;

    private static volatile boolean drawn;

    StatusLine() {
        super(System.err);
    }

    /** Makes room for another line; the bar comes back with its next change. */
    static void erase() {
        if (drawn) {
            System.err.print('\r' + " ".repeat(WIDEST) + '\r');
            System.err.flush();
        }
    }

    /** A line that stays. */
    static void say(String line) {
        erase();
        System.err.println(line);
        System.err.flush();
    }

    @Override
    public void accept(String bar) {
        drawn = true;
        super.accept(bar);
    }

    /** As wide as the terminal, less the last column: what reaches it begins a new line. */
    @Override
    public int getMaxRenderedLength() {
        return Math.min(WIDEST, super.getMaxRenderedLength() - 1);
    }

    @Override
    public void close() {
        System.err.print('\r' + " ".repeat(getMaxRenderedLength()) + '\r');
        System.err.flush();
        drawn = false;
    }
}
