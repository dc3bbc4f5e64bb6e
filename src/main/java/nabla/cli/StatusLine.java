package nabla.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/** Where a progress bar is drawn: one line of standard error, empty again at the end. */
final class StatusLine extends ConsoleProgressBarConsumer {

    private static final int WIDEST = 78;

    StatusLine() {
        super(System.err);
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
    }
}
