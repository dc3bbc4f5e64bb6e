package nabla.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Forward and backward through a graph: at each step the picture shows the numbers of the report in JSON, and the step is said below it. */
@ExtendWith(BrowserExtension.class)
class SteppingTest {

    private static final String SHOWN = "return Array.from(document.querySelectorAll('.figure')).map("
            + "figure => ['.name', '.value', '.gradient'].map(part => figure.querySelector(part).textContent))";

    static Set<Sample> graphs() {
        return Sample.GRAPHS;
    }

    private static Map<String, List<String>> shown(Browser browser) {
        Map<String, List<String>> shown = new HashMap<>();
        List<List<String>> figures = browser.script(SHOWN);
        figures.forEach(figure -> shown.put(figure.get(0), figure.subList(1, 3)));
        return shown;
    }

    private static String now(Browser browser) {
        return browser.script("return document.querySelector('.now').textContent");
    }

    private static String listed(Browser browser, int step) {
        return browser.script("return document.querySelectorAll('.steps li')[arguments[0]].textContent", step - 1);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void walksByKeysThroughTheNumbersOfTheReport(Sample sample, Browser browser) throws IOException {
        List<Map<String, List<String>>> states = Passed.states(sample);
        browser.open(sample);
        assertEquals(states.get(states.size() - 1), shown(browser), "all is shown at first");
        browser.element(".controls button").sendKeys("");
        browser.press(Keys.HOME);
        walk(browser, states, step -> browser.press(Keys.ARROW_RIGHT));
        browser.press(Keys.ARROW_LEFT);
        assertEquals(states.get(states.size() - 2), shown(browser));
        browser.press(Keys.END);
        assertEquals(states.get(states.size() - 1), shown(browser));
    }

    private static void walk(Browser browser, List<Map<String, List<String>>> states, Consumer<Integer> next) {
        assertEquals(states.get(0), shown(browser), "before the first step");
        assertEquals("Nothing is computed yet.", now(browser));
        for (int step = 1; step < states.size(); step++) {
            next.accept(step);
            int at = step;
            assertEquals(states.get(step), shown(browser), () -> "after step " + at + ": " + now(browser));
            assertEquals(listed(browser, step), now(browser));
            assertEquals(step + " of " + (states.size() - 1), browser.element(".count").getText().replaceFirst(":.*", ""));
            assertEquals(1, browser.elements(".steps li[aria-current]").size());
        }
    }

    @Test
    void walksByClicks(Browser browser) throws IOException {
        List<Map<String, List<String>>> states = Passed.states(Sample.TWO_PATHS);
        browser.open(Sample.TWO_PATHS);
        List<WebElement> buttons = browser.elements(".controls button");
        assertEquals("true", buttons.get(2).getDomAttribute("aria-disabled"), "nothing is next at the end");
        buttons.get(0).click();
        assertEquals("true", buttons.get(1).getDomAttribute("aria-disabled"), "nothing is before the start");
        walk(browser, states, step -> buttons.get(2).click());
        buttons.get(1).click();
        assertEquals(states.get(states.size() - 2), shown(browser));
        buttons.get(3).click();
        assertEquals(states.get(states.size() - 1), shown(browser));
    }

    @Test
    void walksByTheSlider(Browser browser) throws IOException {
        List<Map<String, List<String>>> states = Passed.states(Sample.TWO_PATHS);
        browser.open(Sample.TWO_PATHS);
        WebElement slider = browser.element(".controls input");
        slider.sendKeys(Keys.HOME);
        walk(browser, states, step -> slider.sendKeys(Keys.ARROW_RIGHT));
        assertEquals("backward, step 5", slider.getDomAttribute("aria-valuetext"));
    }

    @Test
    void walksFromAnywhereWhereThereIsOneGraph(Browser browser) throws IOException {
        browser.open(Sample.TWO_PATHS);
        browser.press(Keys.ARROW_LEFT);
        assertEquals(8, Passed.states(Sample.TWO_PATHS).indexOf(shown(browser)));
    }

    /** The last step of the gradient by x: the second of two uses. */
    @Test
    void saysUpstreamTimesLocalAndTheSumSoFar(Browser browser) {
        browser.open(Sample.TWO_PATHS);
        browser.press(Keys.ARROW_LEFT);
        String now = browser.element(".now").getText().replaceAll("\\s+", " ");
        assertTrue(now.contains("= 1 · 2 = 2"), now);
        assertTrue(now.contains("sum so far 3, use 2 of 2: complete"), now);
        List<String> lit = browser.script("return Array.from(document.querySelectorAll('.figure.lit .name')).map(name => name.textContent)");
        assertEquals(List.of("x", "v1"), lit);
        assertEquals(1, browser.elements(".arrow.lit").size());
    }

    @Test
    void saysShapesAndSums(Browser browser) {
        browser.open(Sample.BIAS);
        String steps = browser.element(".steps:nth-of-type(2)").getText();
        assertTrue(steps.contains("(4×2 = 4×3 @ 3×2)"), steps);
        assertTrue(steps.contains(", summed over 3 rows = [-1.252, -0.7654]"), steps);
    }

    @Test
    void marksWhatIsWrongInWords(Browser browser) {
        browser.open(Sample.WRONG_RULE);
        assertTrue(browser.element(".figure.wrong").getText().contains("✗ wrong"));
        assertTrue(browser.element(".figure.at-fault").getText().contains("✗ at fault"));
        browser.elements("summary").get(browser.elements("summary").size() - 1).click();
        assertEquals("  backward dx = 3*dy", browser.element(".lines .bad").getText());
        String note = browser.script("return getComputedStyle(document.querySelector('.lines .bad'), '::after').content");
        assertTrue(note.contains("data-note") || note.contains("wrong"), note);
    }

    @Test
    void foldsALargeGraph(Browser browser) {
        browser.open(Sample.WEB);
        int figures = browser.elements(".figure").size();
        assertTrue(figures > 40 && figures < 70, "figures: " + figures);
        browser.element(".controls button").click();
        browser.element(".controls input").sendKeys(Keys.END);
        Boolean seen = browser.script("const lit = document.querySelector('.figure.lit').getBoundingClientRect(); const all = document.querySelector('.picture')"
                + ".getBoundingClientRect(); return lit.left >= all.left && lit.right <= all.right");
        assertTrue(seen, "the picture has moved to the step");
    }
}
