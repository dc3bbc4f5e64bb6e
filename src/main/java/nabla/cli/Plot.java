package nabla.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A loss over the steps as a picture. Nothing else loads the charting library. */
record Plot(String title, List<Double> losses) {

    /** More points than that cannot be told apart. */
    private static final int MOST = 400;

    /** Whether a file can be written: its name ends in {@code .svg} or {@code .png}. */
    static boolean isSupported(Path file) {
        return isVector(file) || name(file).endsWith(".png");
    }

    private static boolean isVector(Path file) {
        return name(file).endsWith(".svg");
    }

    private static String name(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }

    void write(Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        XYChart chart = new XYChartBuilder().width(800).height(500).title(title).xAxisTitle("step").yAxisTitle("loss").build();
        int finite = (int) losses.stream().takeWhile(Double::isFinite).count();
        List<Double> shown = losses.subList(0, finite);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setLocale(Locale.ROOT);
        chart.getStyler().setYAxisLogarithmic(shown.stream().allMatch(loss -> loss > 0));
        double[] steps = IntStream.range(0, finite).filter(step -> step % (1 + finite / MOST) == 0 || step == finite - 1).mapToDouble(step -> step).toArray();
        double[] heights = Arrays.stream(steps).map(step -> shown.get((int) step)).toArray();
        chart.addSeries("loss", steps, heights).setMarker(SeriesMarkers.NONE);
        if (isVector(file)) {
            VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
        } else {
            BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
        }
    }
}
