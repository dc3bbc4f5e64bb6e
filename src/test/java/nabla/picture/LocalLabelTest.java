package nabla.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Local derivatives stand on their lines, clear of one another, of figures and of other lines where there is room. */
class LocalLabelTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "x = 1.2\ny = 2.5\nz = tanh(x*y)^2 + exp(-x)/y",
        "x = 1\ny = 2\nz = x*y + x",
        "a = 1\nb = 2\nu = a*b\nv = a/b\nw = u - v\nz = w^2"})
    void areClear(String text) {
        Layout layout = new Layout(Picture.of(Reports.of(text), true), true);
        List<LocalLabel> labels = LocalLabel.of(layout.lines(), layout.places());
        assertEquals(layout.lines().size(), labels.size());
        for (LocalLabel label : labels) {
            layout.places().forEach(place -> assertFalse(meets(label, place.x(), place.y(), place.x() + place.width(), place.y() + place.height()), label::toString));
            labels.stream().filter(other -> other != label)
                    .forEach(other -> assertFalse(meets(label, other.left(), other.y() - 8, other.right(), other.y()), label + " on " + other));
            layout.lines().stream().filter(line -> line.arrow() != label.arrow()).forEach(line -> assertFalse(isCrossed(label, line), label + " on " + line.arrow()));
            double[] own = layout.lines().stream().filter(line -> line.arrow() == label.arrow()).findFirst().orElseThrow().points();
            assertTrue(own[own.length - 4] <= label.x() && label.x() <= own[own.length - 2], label::toString);
        }
    }

    private static boolean meets(LocalLabel label, double left, double top, double right, double bottom) {
        return left < label.right() && right > label.left() && top < label.y() && bottom > label.y() - 8;
    }

    /** Whether a line, level at both ends of each piece, goes through the middle of a label. */
    private static boolean isCrossed(LocalLabel label, Layout.Line line) {
        double[] at = line.points();
        for (int k = 2; k < at.length; k += 2) {
            double share = (label.x() - at[k - 2]) / (at[k] - at[k - 2]);
            double t = 0.5;
            for (double step = 0.25; step > 1e-4; step /= 2) {
                double x = 1.5 * t * (1 - t) * (1 - t) + 1.5 * t * t * (1 - t) + t * t * t;
                t += x < share ? step : -step;
            }
            double y = at[k - 1] + (at[k + 1] - at[k - 1]) * t * t * (3 - 2 * t);
            if (share > 0 && share < 1 && y > label.y() - 8 && y < label.y()) {
                return true;
            }
        }
        return false;
    }
}
