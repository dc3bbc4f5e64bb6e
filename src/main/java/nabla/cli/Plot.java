package nabla.cli;

import java.awt.Color;
import java.awt.Dimension;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.w3c.dom.DOMImplementation;

/** A loss over the steps as a picture. Nothing else loads the charting library. */
record Plot(String title, List<Double> losses) {

    /** More points than that cannot be told apart. */
    private static final int MOST = 400;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    /** Of coordinates, after the point. */
    private static final int DIGITS = 2;
    /** Too little to be seen, and enough not to be taken for the same place. */
    private static final double BESIDE = 1e-3;
    /** Powers of ten from which on a scale by factors has something to show, and beyond which it would be all grid. */
    private static final double FACTOR = 1;
    private static final double DECADES = 15;

    /** Whether a file can be written: its name ends in {@code .svg} or {@code .png}. */
    static boolean isSupported(Path file) {
        return isVector(file) || name(file).endsWith(".png");
    }

    /** Whether the file is to be a page, which shows more than the loss; {@code file} may be null. */
    static boolean isPage(Path file) {
        return file != null && name(file).endsWith(".html");
    }

    private static boolean isVector(Path file) {
        return name(file).endsWith(".svg");
    }

    private static String name(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Draws the losses up to the first that is no finite number.
     *
     * @throws IOException if the file cannot be written, or this Java cannot draw
     */
    void write(Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        try {
            if (isVector(file)) {
                writeVector(chart(), file);
            } else {
                BitmapEncoder.saveBitmap(chart(), file.toString(), BitmapFormat.PNG);
            }
        } catch (LinkageError | InternalError missing) {
            throw new IOException("this Java cannot draw, often for want of fonts (" + missing.getMessage() + ")", missing);
        }
    }

    private XYChart chart() {
        int finite = (int) losses.stream().takeWhile(Double::isFinite).count();
        double[] shown = losses.stream().limit(finite).mapToDouble(loss -> loss).toArray();
        double decades = decades(shown);
        boolean exponents = decades > DECADES;
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("step")
                .yAxisTitle(exponents ? "log10(loss)" : "loss").build();
        chart.getStyler().setLegendVisible(false).setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setLocale(Locale.ROOT);
        chart.getStyler().setYAxisLogarithmic(!exponents && decades > FACTOR).setXAxisDecimalPattern("0").setXAxisTickMarkSpacingHint(100);
        int[] steps = IntStream.rangeClosed(0, finite).filter(step -> step % (1 + finite / MOST) == 0 || step >= finite - 1)
                .map(step -> Math.min(step, finite - 1)).toArray();
        double[] heights = Arrays.stream(steps).mapToDouble(step -> exponents ? Math.log10(shown[step]) : shown[step]).toArray();
        double[] places = Arrays.stream(steps).asDoubleStream().toArray();
        // Points that are equally far apart would get marks at places of their own instead of round numbers: so the last comes twice.
        places[places.length - 2] -= BESIDE;
        chart.addSeries("loss", places, heights).setMarker(SeriesMarkers.NONE);
        return chart;
    }

    /** How many powers of ten the losses span; 0 if not all of them are positive. */
    private static double decades(double... losses) {
        double least = Arrays.stream(losses).min().orElse(0);
        double most = Arrays.stream(losses).max().orElse(0);
        return least > 0 ? Math.log10(most) - Math.log10(least) : 0;
    }

    private static void writeVector(XYChart chart, Path file) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(dom().createDocument("http://www.w3.org/2000/svg", "svg", null));
        context.setPrecision(DIGITS);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        chart.paint(graphics, WIDTH, HEIGHT);
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            graphics.stream(writer);
        }
    }

    private static DOMImplementation dom() throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation();
        } catch (ParserConfigurationException e) {
            throw new IOException(e);
        }
    }
}
