package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program in a locale that knows ASCII only, as in many containers: names of files have letters all the same. */
class LocaleTest {

    @TempDir
    private Path folder;
    private Path out;
    private int exit;

    @BeforeEach
    void theseTestsNeedTheLetters() {
        assumeTrue(OS.current() != OS.WINDOWS, "LC_ALL is a matter of Unix");
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('é'), "the test itself cannot write the names");
        out = folder.resolve("out.txt");
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", ClassPath.text(), "nabla.cli.Main"));
        for (String argument : arguments) {
            line.add(argument.matches("-.*|[a-z]+") ? argument : folder.resolve(argument).toString());
        }
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        exit = process.exitValue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    @Test
    void marksAreGivenToPeopleWithTheirNames() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("p.grad"), "z = sum(W^2)\nW = [1, 2; 3, 4]\nquestion \"größe\" dW points 2\n");
        Files.createDirectories(folder.resolve("in/José +%41"));
        Files.writeString(folder.resolve("in/José +%41/größe.csv"), "2,4\n6,8\n");
        Files.writeString(folder.resolve("in/zoë.txt"), "dW = 2W\n");
        String marks = run("grade", "--format", "csv", "--feedback", "feedback/", "p.grad", "in/");
        assertTrue(marks.contains("José +%41,,José +%41,2.00,right") && marks.contains("zoë,,zoë.txt,2.00,right"), marks);
        assertEquals(0, exit, marks);
        assertTrue(Files.exists(folder.resolve("feedback/001-Jos-41.txt")) && Files.exists(folder.resolve("feedback/002-zo-.txt")));
    }

    @Test
    void aFileThatCannotBeNamedIsToldFromADefect() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("plain.grad"), "X = csv(\"größe.csv\")\nz = sum(X)\n");
        for (String[] line : new String[][] {{"train", "größe.grad"}, {"check", "plain.grad"}, {"check", "-o", "größe.txt", "plain.grad"}}) {
            String said = run(line);
            assertEquals(2, exit, said);
            assertTrue(said.replaceAll("\\s+", " ").contains("this locale has no such letters; set LC_ALL=C.UTF-8"), said);
            assertFalse(said.contains("java."), said);
        }
    }
}
