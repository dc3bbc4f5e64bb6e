package nabla.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window. Its driver is one that is installed: nothing is downloaded. */
final class Browser implements CloseableResource {

    /** For what checks a whole page on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Selenium warns that it has no classes of its own for the protocol of a new Chromium, which are not used here. */
    private static final Logger QUIET = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    /** Starts it with an empty profile. */
    Browser(Path binary, Path service, Path profile) {
        QUIET.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--window-size=1100,900", "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(service.toFile()).usingAnyFreePort().build(), options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
    }

    /** Opens a page as on a large light screen. */
    void open(Sample sample) {
        command("Emulation.clearDeviceMetricsOverride", Map.of());
        command("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", "light"))));
        command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        logged(LogType.PERFORMANCE);
        logged(LogType.BROWSER);
        driver.get(sample.page().toUri().toString());
    }

    void reload() {
        driver.navigate().refresh();
    }

    Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    /** What a script returns. */
    @SuppressWarnings("unchecked")
    <T> T script(String script, Object... arguments) {
        return (T) driver.executeScript(script, arguments);
    }

    /** What a script returns by calling its last argument. */
    @SuppressWarnings("unchecked")
    <T> T later(String script) {
        return (T) driver.executeAsyncScript(script);
    }

    WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The element that has the focus. */
    WebElement focus() {
        return driver.switchTo().activeElement();
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Nothing was complained about, and nothing was asked for but the page itself. */
    void assertQuiet() {
        assertEquals(List.of(), logged(LogType.BROWSER));
        String page = driver.getCurrentUrl().replaceFirst("#.*", "");
        List<String> requests = new ArrayList<>();
        for (String entry : logged(LogType.PERFORMANCE)) {
            Map<?, ?> message = (Map<?, ?>) ((Map<?, ?>) new Json().toType(entry, Map.class)).get("message");
            if (message.get("method").equals("Network.requestWillBeSent")) {
                requests.add(((Map<?, ?>) ((Map<?, ?>) message.get("params")).get("request")).get("url").toString());
            }
        }
        assertEquals(List.of(), requests.stream().filter(request -> !request.equals(page)).toList());
    }

    private List<String> logged(String type) {
        return driver.manage().logs().get(type).getAll().stream().map(LogEntry::getMessage).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
