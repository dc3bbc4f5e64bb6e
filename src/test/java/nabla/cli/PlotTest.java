package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {

    private static final Pattern LINE = Pattern.compile("<line[^>]*>");

    @TempDir
    private Path folder;

    private static double number(String element, String name) {
        Matcher number = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(element);
        return number.find() ? Double.parseDouble(number.group(1)) : Double.NaN;
    }

    /** Short upright lines below the picture are the marks of the steps. */
    @ParameterizedTest
    @CsvSource({"5, 6", "100, 6", "200, 11", "500, 6", "1000, 6"})
    void stepsAreMarkedAtRoundNumbers(int steps, int marks) throws IOException {
        List<Double> losses = IntStream.rangeClosed(0, steps).mapToObj(k -> 1.0 / (k + 1)).toList();
        Path file = folder.resolve("loss.svg");
        new Plot("loss", losses).write(file);
        TreeSet<Double> upright = new TreeSet<>();
        LINE.matcher(Files.readString(file)).results().map(result -> result.group())
                .filter(line -> number(line, "x1") == number(line, "x2") && number(line, "y1") - number(line, "y2") > 2 && number(line, "y2") > 450)
                .forEach(line -> upright.add(number(line, "x1")));
        assertEquals(marks, upright.size(), upright::toString);
    }
}
