package nabla.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import nabla.exercise.Ledger;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code :picture} writes a page or a picture, says where, and keeps what others wrote. */
class PictureFileTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell(Preferences.standard(false), new Listener(), Ledger.forgetful());

    private String said(String typed) {
        Answer answer = shell.answer(new SourceText("", typed));
        String problems = answer.problems().stream().map(problem -> problem.diagnostic().message() + "; " + problem.diagnostic().hint()).collect(Collectors.joining());
        return String.join("\n", answer.lines()) + problems;
    }

    @Test
    void writesAPageAndWritesItAgain() throws IOException {
        said("z = x*y + x; x = 1; y = 2");
        Path page = folder.resolve("z.html");
        assertEquals("written to " + page + "; open it in a browser", said(":picture " + page));
        assertTrue(Files.readString(page).contains("data-text=\"3\""));
        said("x = 5");
        said(":picture " + page);
        assertTrue(Files.readString(page).contains("data-text=\"15\""));
    }

    @Test
    void writesPicturesByTheirSuffix() throws IOException {
        said("z = x^2; x = 3");
        for (String suffix : List.of("svg", "dot", "mmd", "tex", "png")) {
            said(":picture " + folder.resolve("z." + suffix));
            assertTrue(Files.size(folder.resolve("z." + suffix)) > 50, suffix);
        }
    }

    @Test
    void keepsWhatOthersWroteAndSaysWhatItCannotDo() throws IOException {
        Path other = Files.writeString(folder.resolve("other.svg"), "mine");
        assertTrue(said(":picture " + folder.resolve("z.svg")).contains("there is no graph yet"));
        said("z = x^2; x = 3");
        assertTrue(said(":picture " + other).contains("exists already"), said(":picture " + other));
        assertEquals("mine", Files.readString(other));
        assertTrue(said(":picture z.bmp").contains("end its name in html, svg, dot"), said(":picture z.bmp"));
        assertTrue(said(":picture " + folder.resolve("none/z.svg")).contains("there is no such folder"));
    }
}
