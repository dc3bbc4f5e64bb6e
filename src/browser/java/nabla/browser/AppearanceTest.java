package nabla.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** On a phone, on paper, in the dark, and without scripts. */
@ExtendWith(BrowserExtension.class)
class AppearanceTest {

    /** What sticks out of a page that is too wide for the screen. */
    private static final String OUTSIDE = "return Array.from(document.querySelectorAll('main *')).filter(each => { for (let up = each.parentElement; up; up = up.parentElement)"
            + " if (getComputedStyle(up).overflowX !== 'visible' && up !== document.body) return false; return each.getBoundingClientRect().right > 361; })"
            + ".slice(0, 3).map(each => each.outerHTML.slice(0, 200))";

    @ParameterizedTest
    @EnumSource(Sample.class)
    void fitsAPhone(Sample sample, Browser browser) {
        browser.open(sample);
        browser.command("Emulation.setDeviceMetricsOverride", Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        browser.script("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        assertEquals(List.of(), browser.script(OUTSIDE));
        Long width = browser.script("return document.documentElement.scrollWidth");
        assertTrue(width <= 360, "as wide as " + width);
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void isDarkWhereTheReaderIs(Sample sample, Browser browser) {
        browser.open(sample);
        String light = colours(browser);
        browser.command("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        String dark = colours(browser);
        assertTrue(light.startsWith("rgb(255, 255, 255)"), light);
        assertTrue(dark.startsWith("rgb(13, 17, 23)"), dark);
        assertNotEquals(light.substring(light.indexOf('/')), dark.substring(dark.indexOf('/')));
    }

    private static String colours(Browser browser) {
        return browser.script("const style = getComputedStyle(document.body); return style.backgroundColor + '/' + style.color");
    }

    /** Every step, and what a reader would have to open. */
    @ParameterizedTest
    @EnumSource(Sample.class)
    void printsEverything(Sample sample, Browser browser) throws IOException {
        browser.open(sample);
        String paper = printed(browser);
        List<String> expected = browser.script("return Array.from(document.querySelectorAll('.steps .soft, details p, details > summary, td, article li'), each => "
                + "each.querySelector('math') ? '' : each.textContent.replace(/\\s+/g, ''))");
        expected.forEach(text -> assertTrue(paper.contains(text), () -> "not on paper: " + text));
        long steps = expected.stream().filter(text -> text.matches("itsonlyuse:complete|sumsofar.*")).count();
        assertEquals(steps, paper.split("itsonlyuse:complete|sumsofar", -1).length - 1);
        assertFalse(paper.contains("|◀"), "the buttons are no use on paper");
        Boolean closed = browser.script("return Array.from(document.querySelectorAll('details')).every(details => details.open)");
        assertTrue(!closed || browser.elements("details").size() < 2, "what was opened for paper is closed again");
    }

    private static String printed(Browser browser) throws IOException {
        String data = browser.command("Page.printToPDF", Map.of("printBackground", true)).get("data").toString();
        try (PDDocument document = Loader.loadPDF(Base64.getDecoder().decode(data))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    @Test
    void listsEverythingWithoutScripts(Browser browser) {
        browser.open(Sample.NETWORK);
        browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        browser.reload();
        assertFalse(browser.element(".controls").isDisplayed(), "buttons that do nothing");
        assertTrue(browser.elements(".steps li").stream().allMatch(WebElement::isDisplayed));
        assertTrue(browser.elements(".figure .gradient").stream().anyMatch(gradient -> !gradient.getText().equals("–")));
        WebElement details = browser.elements("details:not([open])").get(0);
        details.findElement(By.tagName("summary")).click();
        assertTrue(details.getText().contains("upstream"), details.getText());
    }
}
