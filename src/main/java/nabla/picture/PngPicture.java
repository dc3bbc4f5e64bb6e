package nabla.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import nabla.picture.Layout.Line;
import nabla.picture.Layout.Place;

/** Pixels, two a point, light. For programs that take nothing better. */
final class PngPicture {

    private static final int SCALE = 2;
    /** No more pixels than this: beyond it the picture is drawn smaller. */
    private static final double MOST = 60e6;
    private static final Color INK = new Color(0x1f2328);
    private static final Color LINE = new Color(0x59636e);
    private static final Color FILL = new Color(0xf6f8fa);
    private static final Color VALUE = new Color(0x1a7f37);
    private static final Color SLOPE = new Color(0x9a6700);
    private static final Color WRONG = new Color(0xcf222e);
    private static final float[] DASHES = {4, 3};

    private final Graphics2D pen;
    private PngPicture(Graphics2D pen) {
        this.pen = pen;
    }

    static void write(Picture picture, boolean local, OutputStream out) throws IOException {
        Layout layout = new Layout(picture, local);
        double scale = Math.min(SCALE, Math.sqrt(MOST / (layout.width() * layout.height())));
        BufferedImage image = new BufferedImage((int) Math.ceil(layout.width() * scale), (int) Math.ceil(layout.height() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.scale(scale, scale);
        PngPicture png = new PngPicture(pen);
        layout.lines().forEach(png::arrow);
        (local ? LocalLabel.of(layout.lines(), layout.places()) : List.<LocalLabel>of()).forEach(png::label);
        for (int k = 0; k < picture.figures().size(); k++) {
            png.figure(picture.figures().get(k), layout.places().get(k));
        }
        pen.dispose();
        ImageIO.write(image, "png", out);
    }

    private void arrow(Line line) {
        double[] at = line.points();
        Path2D path = new Path2D.Double();
        path.moveTo(at[0], at[1]);
        for (int k = 2; k < at.length; k += 2) {
            double middle = (at[k - 2] + at[k]) / 2;
            path.curveTo(middle, at[k - 1], middle, at[k + 1], at[k], at[k + 1]);
        }
        pen.setColor(LINE);
        pen.setStroke(new BasicStroke(1.2f));
        pen.draw(path);
        double x = at[at.length - 2];
        double y = at[at.length - 1];
        Path2D head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - 7, y - 3.5);
        head.lineTo(x - 7, y + 3.5);
        head.closePath();
        pen.fill(head);
    }

    private void label(LocalLabel label) {
        pen.setColor(Color.WHITE);
        pen.fill(new Rectangle2D.Double(label.left() - 1, label.y() - 9, label.width() + 2, 12));
        text(label.arrow().label(), label.x(), label.y(), 10, Font.PLAIN, SLOPE);
    }

    private void figure(Figure figure, Place place) {
        boolean wrong = figure.mark().isWrong();
        double round = figure.part() == Part.INPUT ? place.height() : figure.part() == Part.PARAMETER || figure.part() == Part.CONSTANT ? 0 : 16;
        boolean thick = wrong || figure.part() == Part.OUTPUT || figure.part() == Part.LOSS;
        pen.setStroke(figure.part() == Part.CONSTANT ? new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0)
                : new BasicStroke(thick ? 2.5f : 1));
        if (figure.part() == Part.GROUP || figure.part() == Part.PARAMETER) {
            frame(new RoundRectangle2D.Double(place.x() + 3, place.y() + 3, place.width(), place.height(), round, round), wrong);
        }
        frame(new RoundRectangle2D.Double(place.x(), place.y(), place.width(), place.height(), round, round), wrong);
        List<String> label = place.label();
        for (int i = 0; i < label.size(); i++) {
            text(label.get(i), place.middle(), place.y() + Layout.ROW * (i + 0.5) + 9, 12, i == 0 ? Font.BOLD : Font.PLAIN, INK);
        }
        text(figure.value(), place.middle(), place.y() - 5, 12, Font.PLAIN, VALUE);
        text((figure.gradient() + " " + figure.verdict()).strip(), place.middle(), place.y() + place.height() + 14, 12, Font.PLAIN, wrong ? WRONG : SLOPE);
    }

    private void frame(Shape shape, boolean wrong) {
        pen.setColor(FILL);
        pen.fill(shape);
        pen.setColor(wrong ? WRONG : LINE);
        pen.draw(shape);
    }

    /** In the middle over a point of the base line. */
    private void text(String text, double x, double y, int size, int style, Color color) {
        pen.setFont(new Font(Font.MONOSPACED, style, size));
        pen.setColor(color);
        pen.drawString(text, (float) (x - pen.getFontMetrics().stringWidth(text) / 2.0), (float) y);
    }
}
