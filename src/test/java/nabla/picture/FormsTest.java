package nabla.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import nabla.picture.Layout.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every example in every form. */
class FormsTest {

    private static final Pattern MERMAID = Pattern.compile("flowchart LR|  n\\d+[(\\[{/]+\"[^\"]*\"[)\\]}/]+|  n\\d+ -->(\\|\"[^\"]*\"\\|)? n\\d+");
    private static final Pattern READ = Pattern.compile("[<>&\"`\\[\\](){}|\\\\]");

    private static List<Picture> pictures;

    @BeforeAll
    static void draw() throws IOException {
        pictures = Reports.ofExamples().stream().map(report -> Picture.of(report, false)).toList();
        assertTrue(pictures.size() > 100);
    }

    static String text(Form form, Picture picture, boolean local) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(picture, local, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesWellFormedSvgWithAFigureForEachNode() throws Exception {
        for (Picture picture : pictures) {
            Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text(Form.SVG, picture, true).getBytes(StandardCharsets.UTF_8)));
            assertEquals(picture.figures().size(), withClass(svg, "g", "figure"), picture.title());
            assertEquals(picture.arrows().size(), withClass(svg, "path", "arrow"), picture.title());
            double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
            NodeList texts = svg.getElementsByTagName("text");
            for (int k = 0; k < texts.getLength(); k++) {
                Element text = (Element) texts.item(k);
                boolean local = text.getAttribute("class").equals("local");
                double half = text.getFirstChild().getNodeValue() == null ? text.getTextContent().length() * Layout.LETTER / 2
                        : text.getFirstChild().getNodeValue().length() * (local ? Layout.SMALL_LETTER : Layout.LETTER) / 2;
                double x = Double.parseDouble(text.getAttribute("x"));
                assertTrue(x - half >= 0 && x + half <= width, () -> picture.title() + ": cut off: " + text.getTextContent());
            }
        }
    }

    private static int withClass(Document document, String element, String type) {
        NodeList all = document.getElementsByTagName(element);
        int found = 0;
        for (int k = 0; k < all.getLength(); k++) {
            found += List.of(((Element) all.item(k)).getAttribute("class").split(" ")).contains(type) ? 1 : 0;
        }
        return found;
    }

    @Test
    void setsNoFigureOnAnother() {
        for (Picture picture : pictures) {
            List<Place> places = new Layout(picture, true).places();
            for (int a = 0; a < places.size(); a++) {
                for (int b = 0; b < a; b++) {
                    Place one = places.get(a);
                    Place other = places.get(b);
                    boolean apart = one.x() >= other.x() + other.width() || other.x() >= one.x() + one.width() || one.y() >= other.y() + other.height()
                            || other.y() >= one.y() + one.height();
                    assertTrue(apart, picture.title() + ": " + one.label() + " on " + other.label());
                }
            }
        }
    }

    /** A local derivative stands between two figures, on neither of them. */
    @Test
    void setsNoLocalDerivativeOnAFigure() throws Exception {
        for (Picture picture : pictures) {
            List<Place> places = new Layout(picture, true).places();
            Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text(Form.SVG, picture, true).getBytes(StandardCharsets.UTF_8)));
            NodeList texts = svg.getElementsByTagName("text");
            for (int k = 0; k < texts.getLength(); k++) {
                Element text = (Element) texts.item(k);
                if (text.getAttribute("class").equals("local")) {
                    String label = text.getFirstChild().getNodeValue();
                    double half = label.length() * Layout.SMALL_LETTER / 2;
                    double x = Double.parseDouble(text.getAttribute("x"));
                    double y = Double.parseDouble(text.getAttribute("y"));
                    assertTrue(places.stream().noneMatch(place -> x + half > place.x() && x - half < place.x() + place.width() && y > place.y() && y - 7 < place.y() + place.height()),
                            () -> picture.title() + ": " + label);
                }
            }
        }
    }

    @Test
    void writesMermaidWhoseLabelsAreQuotedAndEscaped() throws IOException {
        for (Picture picture : pictures) {
            for (String line : text(Form.MMD, picture, true).split("\n")) {
                assertTrue(MERMAID.matcher(line).matches(), () -> picture.title() + ": " + line);
                String label = line.replaceAll("^[^\"]*\"|\"[^\"]*$", "");
                assertTrue(!line.contains("\"") || !READ.matcher(label.replaceAll("</?br?/?>", "")).find(), () -> picture.title() + ": " + line);
            }
        }
    }

    @Test
    void writesDotWithALineForEachFigureAndArrow() throws IOException {
        for (Picture picture : pictures) {
            String[] lines = text(Form.DOT, picture, true).split("\n");
            assertEquals(picture.figures().size() + picture.arrows().size() + 5, lines.length, picture.title());
            for (String line : lines) {
                long quotes = line.replaceAll("label=<.*>\\];", "").replace("\\\\", "").replace("\\\"", "").chars().filter(c -> c == '"').count();
                assertEquals(0, quotes % 2, () -> picture.title() + ": " + line);
            }
        }
    }

    @Test
    void writesTikzWithBalancedBraces() throws IOException {
        for (Picture picture : pictures) {
            String tikz = text(Form.TEX, picture, true);
            assertEquals(tikz.chars().filter(c -> c == '{').count(), tikz.chars().filter(c -> c == '}').count(), picture.title());
            assertEquals(picture.figures().size(), tikz.split("\\\\node\\[(input|parameter|const|operation|output|loss|group)", -1).length - 1, picture.title());
            assertTrue(tikz.lines().filter(line -> !line.startsWith("%")).allMatch(line -> line.chars().allMatch(c -> c < 128) || line.contains("\\text{")), picture.title());
        }
    }

    @Test
    void writesPixels() throws IOException {
        Picture picture = Picture.of(Reports.of("z = x*y + x", "x = 1", "y = 2"), false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Form.PNG.write(picture, true, out);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        Layout layout = new Layout(picture, true);
        assertEquals((int) Math.ceil(2 * layout.width()), image.getWidth());
        Place x = layout.places().get(0);
        assertEquals(0xfff6f8fa, image.getRGB((int) (2 * (x.x() + 8)), (int) (2 * (x.y() + x.height() / 2))), "the inside of a figure");
    }

    @Test
    void knowsAFormByItsSuffix() {
        assertEquals(Form.SVG, Form.of("a.b/c.svg"));
        assertEquals(Form.MMD, Form.of("c.MMD"));
        assertNull(Form.of("svg.txt"));
        assertEquals("svg, dot, mmd, tex, png", Form.suffixes());
    }
}
