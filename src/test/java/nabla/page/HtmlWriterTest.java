package nabla.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import nabla.picture.EntryText;
import nabla.picture.Reports;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.writer.Page;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.traversal.DocumentTraversal;
import org.w3c.dom.traversal.NodeFilter;
import org.w3c.dom.traversal.TreeWalker;
import org.xml.sax.InputSource;

/** The page as text: what a browser makes of it is tested where there is one. */
class HtmlWriterTest {

    private static final Pattern REQUEST = Pattern.compile("(?:src|href|xlink:href|action|data)=\"(?!#)[^\"]*\"|@import|url\\((?!#)|https?://(?!www\\.w3\\.org/2000/svg)");

    private static String page(List<Report> reports) throws IOException {
        StringWriter text = new StringWriter();
        HtmlWriter writer = new HtmlWriter(text, reports.size() > 1);
        for (Report report : reports) {
            try (Page page = writer.page(report, Duration.ZERO)) {
                writer.add(page);
            }
        }
        writer.end();
        return text.toString();
    }

    private static Document parsed(String page) throws Exception {
        String script = page.replaceAll("(?s)<script>.*?</script>", "<script></script>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(script.replace("<!DOCTYPE html>", ""))));
    }

    private static List<Element> all(Document document, String element) {
        TreeWalker walker = ((DocumentTraversal) document).createTreeWalker(document, NodeFilter.SHOW_ELEMENT, null, false);
        List<Element> elements = new ArrayList<>();
        for (Node next = walker.nextNode(); next != null; next = walker.nextNode()) {
            if (element.equals("*") || element.equals(next.getNodeName())) {
                elements.add((Element) next);
            }
        }
        return elements;
    }

    /** What names in a formula mean stands behind the value: y = a/n = 3 where n = 2, not y = a/n where n = 2 = 3. */
    @Test
    void whatNamesMeanStandsBehindTheValue() throws Exception {
        Report report = Reports.of("op Half(A in R(n, 2)) {\nforward B = A/n\nbackward dA = dB/n\n}\nA = [1, 2; 3, 4; 5, 6]\nL = sum(Half(A)^2)\n");
        String text = parsed(page(List.of(report))).getDocumentElement().getTextContent();
        assertTrue(text.contains(" = 3×2 [0.222, 0.444, …] where n"), text);
        assertTrue(text.contains("dL/dA = 2*Half(A)/n = (3×2)\n") && text.contains("\n  where n = 3"), text);
        assertFalse(text.contains("where n = 3 ="), text);
    }

    @Test
    void isWellFormedHasEachIdOnceAndAsksForNothing() throws Exception {
        String page = page(Reports.ofExamples());
        Document document = parsed(page);
        Set<String> ids = new HashSet<>();
        all(document, "*").stream().map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty())
                .forEach(id -> assertTrue(ids.add(id), "twice: " + id));
        Matcher request = REQUEST.matcher(page.replaceAll("(?s)<style>.*?</style>|<script>.*?</script>", ""));
        assertFalse(request.find(), () -> request.group());
        assertTrue(all(document, "a").stream().allMatch(link -> ids.contains(link.getAttribute("href").substring(1))));
    }

    @Test
    void hasAStepForEachValueAndEachTermOfAGradient() throws Exception {
        Report report = Reports.of("z = x*y + x", "x = 1", "y = 2");
        List<Element> steps = all(parsed(page(List.of(report))), "li").stream().filter(step -> step.hasAttribute("data-pass")).toList();
        List<String> shown = steps.stream().map(step -> step.getAttribute("data-pass") + " " + step.getAttribute("data-kind") + " " + step.getAttribute("data-text")).toList();
        assertEquals(List.of("forward value 1", "forward value 2", "forward value 2", "forward value 3", "backward gradient 1", "backward gradient 1",
                "backward gradient 1", "backward gradient 3", "backward gradient 1"), shown);
        assertTrue(text(steps.get(7)).contains("= 1 · y = 1 · 2 = 2"), text(steps.get(7)));
        assertTrue(text(steps.get(7)).contains("sum so far 3, use 2 of 2: complete"), text(steps.get(7)));
    }

    private static String text(Element element) {
        Element copy = (Element) element.cloneNode(true);
        NodeList annotations = copy.getElementsByTagName("annotation");
        while (annotations.getLength() > 0) {
            annotations.item(0).getParentNode().removeChild(annotations.item(0));
        }
        return copy.getTextContent();
    }

    /** After the last step the picture shows what the report says, in every example. */
    @Test
    void endsWithTheNumbersOfTheReport() throws Exception {
        for (Report report : Reports.ofExamples()) {
            Document page = parsed(page(List.of(report)));
            List<Element> steps = all(page, "li").stream().filter(step -> step.getAttribute("data-kind").equals("gradient")).toList();
            Map<String, String> last = new HashMap<>();
            steps.forEach(step -> last.put(step.getAttribute("data-shows"), step.getAttribute("data-text")));
            Map<String, NodeReport> nodes = report.nodes().stream().collect(Collectors.toMap(NodeReport::name, node -> node));
            for (Element figure : all(page, "g")) {
                String name = figure.getElementsByTagName("text").item(0).getTextContent();
                String shown = last.get(figure.getAttribute("id"));
                // A fold of a step shows the gradient of a node in it.
                List<NodeReport> meant = nodes.containsKey(name) ? List.of(nodes.get(name))
                        : report.nodes().stream().filter(node -> node.place().step() != null && name.startsWith(node.place().step().text())).toList();
                assertTrue(shown == null || meant.stream().anyMatch(node -> node.gradient() != null && shown.equals(EntryText.brief(node.gradient()))),
                        () -> report.source().name() + " " + name + ": " + shown);
            }
        }
    }

    @Test
    void allowsNoScriptButItsOwn() throws Exception {
        String page = page(List.of(Reports.of("z = x^2", "x = 1")));
        Matcher script = Pattern.compile("(?s)<script>(.*?)</script>").matcher(page);
        assertTrue(script.find());
        String hash = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8)));
        assertTrue(page.contains("script-src &apos;sha256-" + hash) || page.contains("script-src 'sha256-" + hash), page.substring(0, 900));
        assertTrue(page.contains("default-src 'none'") || page.contains("default-src &apos;none"), page.substring(0, 900));
    }

    @Test
    void makesNoMarkupOfWhatAUserWrote() throws Exception {
        SourceText hostile = new SourceText("</script><script>alert(1)</script>\u202e]]>.grad", "# </pre><script>alert(2)</script> \u202e ]]>\nz = ?");
        Report report = Report.unread(hostile, 0, List.of(Diagnostic.error(null, "no <b>name</b> & \u0007", "\"<img src=x>\"")));
        String page = page(List.of(report, Reports.of("z = x^2", "x = 1")));
        assertEquals(1, page.split("<script>", -1).length - 1);
        assertFalse(page.contains("\u202e") || page.contains("\u0007") || page.contains("<img") || page.contains("<b>"));
        assertTrue(parsed(page).getDocumentElement().getTextContent().contains("alert(1)</script>\\u202e]]>.grad"));
    }

    @Test
    void saysShapesAndSumsInSteps() throws Exception {
        Document page = parsed(page(List.of(Reports.of("X = [1, 2; 3, 4; 5, 6]", "W = [1, 2; 0.5, 3]", "b = [0.5, -0.5]", "Z = X @ W + b", "L = sum(Z^2)"))));
        List<String> steps = all(page, "li").stream().filter(step -> step.hasAttribute("data-pass")).map(HtmlWriterTest::text).toList();
        assertTrue(steps.stream().anyMatch(step -> step.endsWith("(3×2 = 3×2 @ 2×2)") && step.startsWith("v1 = ")), steps.toString());
        assertTrue(steps.stream().anyMatch(step -> step.contains(", summed over 3 rows = ")), steps.toString());
        assertTrue(steps.stream().anyMatch(step -> step.contains("(2×2 = 2×3 @ 3×2)its only use")), steps.toString());
        assertTrue(steps.stream().anyMatch(step -> step.contains("in all 3×2 entries")), steps.toString());
        assertTrue(all(page, "td").stream().map(HtmlWriterTest::text).anyMatch(cell -> cell.endsWith(", summed over 3 rows")));
        assertFalse(steps.stream().anyMatch(step -> step.contains("dv1")), "a gradient that is called otherwise elsewhere");
    }

    /** Otherwise it would be one line of thousands of letters. */
    @Test
    void leavesOutADefinitionThatNobodyCanRead() throws Exception {
        List<String> lines = new ArrayList<>(List.of("x0 = 0.5"));
        for (int k = 1; k < 20; k++) {
            lines.add("x" + k + " = sin(0.5*x" + (k - 1) + " + 0.1)*2");
        }
        String first = text(all(parsed(page(List.of(Reports.of(lines.toArray(String[]::new))))), "p").get(1));
        assertTrue(first.length() < 40, first);
    }

    /** Headings go down by one, where one report is a page and where it is one of several. */
    @Test
    void skipsNoLevelOfHeadings() throws Exception {
        Report report = Reports.of("z = x^2", "x = 1", "dz/dx = 2*x");
        for (List<Report> reports : List.of(List.of(report), List.of(report, Reports.of("z = x^3", "x = 1")))) {
            Matcher heading = Pattern.compile("<h(\\d)").matcher(page(reports));
            int before = 0;
            while (heading.find()) {
                int level = Integer.parseInt(heading.group(1));
                assertTrue(level <= before + 1, "h" + level + " after h" + before);
                before = level;
            }
            assertTrue(before > 1);
        }
    }

    @Test
    void isSmall() throws IOException {
        assertTrue(page(List.of(Reports.of("z = x*y + x", "x = 1", "y = 2", "dz/dx = y + 1"))).length() < 60_000);
    }
}
