package nabla.repl;

import java.util.List;
import nabla.session.Settings;
import nabla.writer.Palette;

/**
 * How answers are worked out and shown.
 *
 * @param digits    significant digits of numbers
 * @param tolerance the relative width of the band in which backprop and differences agree
 */
public record Preferences(int digits, double tolerance, Palette palette) {

    static final int MOST_DIGITS = 17;

    /** The usual ones, with or without colours. */
    public static Preferences standard(boolean colored) {
        return new Preferences(10, Settings.DEFAULT.tolerance(), colored ? Palette.ANSI : Palette.PLAIN);
    }

    Settings settings() {
        return new Settings(null, tolerance, 0, List.of(), false, false);
    }
}
