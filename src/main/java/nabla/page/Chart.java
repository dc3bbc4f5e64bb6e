package nabla.page;

import java.util.List;
import java.util.stream.DoubleStream;
import nabla.export.Markup;
import nabla.report.Digits;

/**
 * Curves over steps, as SVG in a page. They are told apart by their dashes and a legend beside them, not by colour alone.
 *
 * @param title  what is shown
 * @param even   whether the axis of values has to be even, from 0 to 1
 * @param curves of equally many numbers each; what is no finite number is left out
 */
public record Chart(String title, boolean even, int[] steps, List<Curve> curves) {

    /** Of more curves some in the middle are not drawn. */
    private static final int MOST = 8;
    private static final int LEFT = 70;
    private static final int TOP = 12;
    private static final int WIDTH = 440;
    private static final int HEIGHT = 200;
    private static final int LEGEND = 190;
    private static final int FOOT = 44;
    private static final int ROW = 20;

    /** Numbers, one a step. */
    public record Curve(String name, double[] values) { }

    /** Writes the picture, or a sentence where there is nothing to draw. */
    public void write(Markup html) {
        double[] all = curves.stream().flatMapToDouble(curve -> DoubleStream.of(curve.values())).toArray();
        if (DoubleStream.of(all).noneMatch(Double::isFinite)) {
            html.leaf("p", "There is no finite number to draw.").line();
            return;
        }
        Scale across = Scale.of(new double[] {0, Math.max(1, steps[steps.length - 1])}, true);
        Scale up = Scale.of(even ? new double[] {0, 1} : all, even);
        List<Curve> drawn = drawn();
        int height = Math.max(TOP + HEIGHT + FOOT, TOP + ROW * (drawn.size() + 1));
        html.open("div", "class", "wide").open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart", "width", Integer.toString(LEFT + WIDTH + LEGEND), "height",
                Integer.toString(height), "viewBox", "0 0 " + (LEFT + WIDTH + LEGEND) + " " + height, "role", "img", "aria-label", title + " over the steps").line();
        axes(across, up, html);
        for (int k = 0; k < drawn.size(); k++) {
            curve(drawn.get(k), k, across, up, html);
        }
        html.close().close().line();
        if (drawn.size() < curves.size()) {
            html.leaf("p", curves.size() - drawn.size() + " of " + curves.size() + " are not drawn; the table has all of them.", "class", "soft").line();
        }
    }

    /** The first and the last always. */
    private List<Curve> drawn() {
        int last = curves.size() - 1;
        return curves.size() <= MOST ? curves : DoubleStream.iterate(0, k -> k + 1).limit(MOST).mapToObj(k -> curves.get((int) Math.round(k * last / (MOST - 1)))).toList();
    }

    private void axes(Scale across, Scale up, Markup html) {
        for (double mark : up.marks()) {
            String y = number(TOP + HEIGHT * (1 - up.place(mark)));
            html.open("path", "class", "grid", "d", "M" + LEFT + "," + y + " h" + WIDTH).close();
            html.leaf("text", even ? Math.round(100 * mark) + " %" : Digits.text(mark, 3), "class", "mark", "x", Integer.toString(LEFT - 8), "y", y, "dy", "4", "text-anchor", "end").line();
        }
        for (double mark : across.marks()) {
            String x = number(LEFT + WIDTH * across.place(mark));
            html.open("path", "class", "grid", "d", "M" + x + "," + TOP + " v" + HEIGHT).close();
            html.leaf("text", Digits.text(mark, 6), "class", "mark", "x", x, "y", Integer.toString(TOP + HEIGHT + 18), "text-anchor", "middle").line();
        }
        html.leaf("text", "step", "class", "mark", "x", Integer.toString(LEFT + WIDTH / 2), "y", Integer.toString(TOP + HEIGHT + 38), "text-anchor", "middle").line();
    }

    private void curve(Curve curve, int k, Scale across, Scale up, Markup html) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < steps.length; i++) {
            double value = curve.values()[i];
            if (Double.isFinite(value)) {
                path.append(pen ? 'L' : 'M').append(number(LEFT + WIDTH * across.place(steps[i]))).append(',').append(number(TOP + HEIGHT * (1 - up.place(value))));
            }
            pen = Double.isFinite(value);
        }
        html.open("path", "class", "curve c" + k, "d", path.isEmpty() ? "M0,0" : path.toString()).leaf("title", curve.name()).close();
        int y = TOP + ROW * k + 10;
        int x = LEFT + WIDTH + 12;
        html.open("path", "class", "curve c" + k, "d", "M" + x + "," + y + " h34").close();
        html.leaf("text", curve.name(), "class", "legend", "x", Integer.toString(x + 42), "y", Integer.toString(y + 4)).line();
    }

    private static String number(double coordinate) {
        return Digits.text(Math.round(coordinate * 10) / 10.0, 6);
    }
}
