package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nabla.report.Report.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is special about a point is said, by code and name, and nothing is said of ordinary points. */
final class ExposureTest {

    static Stream<TestRows.Section> points() {
        return TestRows.read("points.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("points")
    void saysWhatAPointHides(TestRows.Section section) {
        List<Warning> warnings = warnings(section.program());
        TestRows.Row row = section.rows().get(0);
        List<String> expected = row.left().equals("none") ? List.of() : List.of(row.left());
        assertEquals(expected, warnings.stream().map(warning -> warning.code().toString()).toList(), warnings::toString);
        if (!row.right().isEmpty()) {
            assertEquals(row.right(), warnings.get(0).node());
            assertTrue(warnings.get(0).message().contains(row.right()), warnings::toString);
        }
    }

    @Test
    void saysAtMostFiveThings() {
        String program = "L = a*b + sin(c) + relu(r) + relu(s) + max(u, v) + k*t^2 + sum(A @ B)\na = 0\nb = 2\nc = 0\nr = 3\ns = -2\n"
                + "u = 1\nv = 2\nk = 1\nt = 3\nA = [1, 2; 3, 5]\nB = [2, 1; 1, 4]";
        List<Warning> warnings = warnings(program);
        assertEquals(5, warnings.size(), warnings::toString);
        assertEquals(5, warnings.stream().map(Warning::message).distinct().count(), warnings::toString);
    }

    @Test
    void saysOneThingOfSeveralNamesOnce() {
        String program = "L = " + "a*b + c*d + e1*f + g*h + i*j + k*l + m*n" + "\n"
                + "a = 0\nb = 1\nc = 0\nd = 2\ne1 = 0\nf = 3\ng = 0\nh = 4\ni = 0\nj = 5\nk = 0\nl = 6\nm = 0\nn = 7";
        List<Warning> warnings = warnings(program);
        assertEquals(1, warnings.size(), warnings::toString);
        assertTrue(warnings.get(0).message().contains("a, c, e1"), warnings::toString);
    }

    private static List<Warning> warnings(String text) {
        Programs program = Programs.of(text);
        return Exposure.of(program.root(), program.targets(), program.here(), program.points(), program.names());
    }
}
