package nabla.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one browser for all, and asks after each whether the page was quiet. Without a browser the tests are skipped. */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            browser(context).assertQuiet();
        }
    }

    private static Browser browser(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(Browser.class)).getOrComputeIfAbsent(Browser.class, type -> start(), Browser.class);
    }

    private static Browser start() {
        Path binary = installed("browser.binary", "chromium", "chromium-browser", "google-chrome");
        Path driver = installed("browser.driver", "chromedriver");
        assumeTrue(binary != null && driver != null, "no chromium and chromedriver on the path: see -Dbrowser.binary and -Dbrowser.driver");
        try {
            return new Browser(binary, driver, Files.createTempDirectory(Files.createDirectories(Path.of("target", "browser")).toAbsolutePath(), "profile"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path installed(String property, String... names) {
        String said = System.getProperty(property);
        return said != null ? Path.of(said) : Arrays.stream(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst().orElse(null);
    }
}
