package nabla.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What axe, the accessibility checker of Deque, thinks of the pages. */
@ExtendWith(BrowserExtension.class)
class AccessibilityTest {

    /** Of hundreds of steps and gradients alike the first are enough. */
    private static final String RUN = "const done = arguments[0]; axe.run({ exclude: [['.steps li:nth-child(n+30)'], ['details:nth-of-type(n+40)']] }).then(found => done(found.violations.filter(each => each.impact !== 'minor')"
            + ".flatMap(each => each.nodes.slice(0, 5).map(node => each.impact + ' ' + each.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary))),"
            + " fault => done([String(fault)]))";

    @ParameterizedTest
    @EnumSource(Sample.class)
    void nothingIsInTheWay(Sample sample, Browser browser) throws IOException {
        browser.open(sample);
        browser.script(axe());
        assertEquals(List.of(), browser.<List<String>>later(RUN));
        browser.command("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        browser.script("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        assertEquals(List.of(), browser.<List<String>>later(RUN));
    }

    private static String axe() throws IOException {
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
