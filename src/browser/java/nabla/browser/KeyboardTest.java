package nabla.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page without a mouse: everything is reached in the order of the page, has a role and a name, and shows that it has the focus. */
@ExtendWith(BrowserExtension.class)
class KeyboardTest {

    private static String role(WebElement element) {
        return element.getAriaRole() + " " + element.getAccessibleName();
    }

    @Test
    void reachesEverythingInOrder(Browser browser) {
        browser.open(Sample.TWO_PATHS);
        List<String> reached = new ArrayList<>();
        for (int k = 0; k < 13; k++) {
            browser.press(Keys.TAB);
            WebElement focus = browser.focus();
            reached.add(role(focus));
            String outline = browser.script("const style = getComputedStyle(document.activeElement); return style.outlineStyle + ' ' + style.outlineWidth");
            assertFalse(outline.startsWith("none") || outline.endsWith(" 0px"), () -> "the focus cannot be seen: " + role(focus));
        }
        assertTrue(reached.get(0).startsWith("region graph of "), reached.toString());
        assertEquals(List.of("button show the uses of x", "button show the uses of y", "button show the uses of v1", "button show the uses of z", "button |◀ start",
                "button ◀ back", "button next ▶", "button end ▶|", "slider step"), reached.subList(1, 10));
        assertTrue(reached.get(10).contains("All steps"), reached.toString());
    }

    @Test
    void showsTheUsesOfANodeByEnterAndByClick(Browser browser) {
        browser.open(Sample.TWO_PATHS);
        WebElement figure = browser.element(".figure");
        WebElement details = browser.element("#d" + figure.getDomAttribute("id"));
        figure.sendKeys(Keys.ENTER);
        assertEquals("true", details.getDomAttribute("open"));
        assertEquals("SUMMARY", browser.script("return document.activeElement.tagName"));
        assertTrue(details.getText().contains("upstream"), details.getText());
        browser.open(Sample.TWO_PATHS);
        browser.element(".figure .frame").click();
        assertEquals("true", browser.element("#d" + browser.element(".figure").getDomAttribute("id")).getDomAttribute("open"));
    }

    @Test
    void tellsAScreenReaderWhereItIs(Browser browser) {
        browser.open(Sample.TWO_PATHS);
        assertEquals("polite", browser.element(".now").getDomAttribute("aria-live"));
        assertEquals("backward, step 5", browser.element(".controls input").getDomAttribute("aria-valuetext"));
        assertEquals("group steps of both passes", role(browser.element(".controls")));
        assertEquals("main", browser.element("main").getAriaRole());
        browser.open(Sample.FOLDER);
        assertEquals("navigation files", role(browser.element("nav")));
    }

    /** Arrow keys scroll what has to be scrolled, and step elsewhere. */
    @Test
    void scrollsAWidePictureByTheArrows(Browser browser) {
        browser.open(Sample.WEB);
        WebElement picture = browser.element(".picture");
        picture.sendKeys(Keys.ARROW_RIGHT);
        String count = browser.element(".count").getText();
        assertTrue(count.contains("backward"), count);
        assertTrue(count.startsWith(browser.element(".controls input").getDomAttribute("max") + " of"), count);
    }

    /** Where there are several graphs, each has its own steps. */
    @Test
    void stepsInTheReportThatHasTheFocus(Browser browser) {
        browser.open(Sample.FOLDER);
        WebElement second = browser.elements(".controls").get(1);
        second.findElement(By.tagName("button")).sendKeys("");
        browser.press(Keys.HOME);
        List<WebElement> counts = browser.elements(".count");
        assertTrue(counts.get(1).getText().startsWith("0 of"), counts.get(1).getText());
        assertFalse(counts.get(0).getText().startsWith("0 of"), counts.get(0).getText());
        browser.elements("nav a").get(2).click();
        String target = browser.script("return document.querySelector(':target').querySelector('h2').textContent");
        assertEquals(browser.elements("nav a").get(2).getText(), target);
    }
}
