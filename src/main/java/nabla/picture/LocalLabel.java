package nabla.picture;

import java.util.ArrayList;
import java.util.List;
import nabla.picture.Layout.Line;
import nabla.picture.Layout.Place;
import nabla.source.Display;

/**
 * A local derivative where it stands on its line: in the middle over a point of the base line, in points. It keeps away from figures, from
 * other labels and from other lines, as far as there is room on its own.
 */
record LocalLabel(Arrow arrow, double x, double y) {

    /** Where on a line it may stand, the best first: shares of the last piece. */
    private static final double[] SHARES = {0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78};
    private static final int HEIGHT = 11;
    private static final int PIECES = 12;
    private static final int CAPTION = 18;
    private static final int OVER_FIGURE = 100;
    private static final int OVER_LABEL = 30;

    /** Those of all lines that have one. */
    static List<LocalLabel> of(List<Line> lines, List<Place> places) {
        List<LocalLabel> labels = new ArrayList<>();
        for (Line line : lines) {
            if (!line.arrow().local().isEmpty()) {
                LocalLabel best = null;
                int least = Integer.MAX_VALUE;
                for (int k = 0; k < SHARES.length && least > 0; k++) {
                    LocalLabel label = at(line, SHARES[k]);
                    int cost = label.cost(line, lines, places, labels);
                    best = cost < least ? label : best;
                    least = Math.min(least, cost);
                }
                labels.add(best);
            }
        }
        return labels;
    }

    private static LocalLabel at(Line line, double share) {
        return new LocalLabel(line.arrow(), x(line, share), y(line, share) - 3);
    }

    /** Of the last piece of a line: a cubic curve that is level at both ends. */
    private static double x(Line line, double share) {
        double[] at = line.points();
        double from = at[at.length - 4];
        double to = at[at.length - 2];
        double rest = 1 - share;
        return from * rest * rest * rest + 3 * (from + to) / 2 * rest * share + to * share * share * share;
    }

    private static double y(Line line, double share) {
        double[] at = line.points();
        double rise = share * share * (3 - 2 * share);
        return at[at.length - 3] * (1 - rise) + at[at.length - 1] * rise;
    }

    private int cost(Line own, List<Line> lines, List<Place> places, List<LocalLabel> labels) {
        int cost = 0;
        for (Place place : places) {
            cost += meets(place.x(), place.y() - CAPTION, place.x() + place.width(), place.y() + place.height() + CAPTION) ? OVER_FIGURE : 0;
        }
        for (LocalLabel other : labels) {
            cost += meets(other.left(), other.y - HEIGHT, other.right(), other.y) ? OVER_LABEL : 0;
        }
        for (Line line : lines) {
            double[] at = line.points();
            if (line != own && at[at.length - 4] < right() && at[at.length - 2] > left()) {
                for (int k = 0; k <= PIECES; k++) {
                    double x = x(line, k / (double) PIECES);
                    double y = y(line, k / (double) PIECES);
                    cost += meets(x, y, x, y) ? 1 : 0;
                }
            }
        }
        return cost;
    }

    private boolean meets(double left, double top, double right, double bottom) {
        return left < right() && right > left() && top < y + 2 && bottom > y - HEIGHT;
    }

    double left() {
        return x - width() / 2;
    }

    double right() {
        return x + width() / 2;
    }

    /** Of its text. */
    double width() {
        return Layout.SMALL_LETTER * Display.width(arrow.label());
    }
}
