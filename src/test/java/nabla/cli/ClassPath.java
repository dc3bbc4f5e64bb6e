package nabla.cli;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where the classes under test are, for tests that start a Java of their own. */
public final class ClassPath {

    private ClassPath() { }

    /** As an argument of {@code -cp}; some launchers of tests load them by a loader of their own, of which the system knows nothing. */
    public static String text() {
        return ClassPath.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(ClassPath::path).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static String path(URL url) {
        return Path.of(URI.create(url.toString())).toString();
    }
}
