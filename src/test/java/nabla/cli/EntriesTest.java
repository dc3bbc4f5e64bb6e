package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntriesTest {

    @TempDir
    private Path folder;

    private List<InputFile> entries(String... arguments) {
        return InputFiles.of(List.of(arguments), List.of(), InputStream.nullInputStream());
    }

    private String problem(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("f.grad"), content);
        return assertThrows(InputFile.ReadFailure.class, InputFile.file(file)::read).getMessage();
    }

    @Test
    void aFolderIsSearchedInOrder() throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        for (String name : List.of("z.grad", "b/c/x.grad", "b/a.grad", "a.txt", "b/B.grad")) {
            Files.writeString(folder.resolve(name), "x");
        }
        List<String> names = entries(folder.toString()).stream().map(entry -> folder.relativize(entry.path()).toString()).toList();
        assertEquals(List.of("b/B.grad", "b/a.grad", "b/c/x.grad", "z.grad"), names);
    }

    @Test
    void whatIsMissingIsAnEntryThatCannotBeRead() throws IOException {
        assertEquals("no such file", assertThrows(InputFile.ReadFailure.class, entries(folder + "/no.grad").get(0)::read).getMessage());
        assertEquals("no *.grad file in this folder", assertThrows(InputFile.ReadFailure.class, entries(folder.toString()).get(0)::read).getMessage());
        assertTrue(assertThrows(InputFile.ReadFailure.class, entries("a\0b").get(0)::read).getMessage().startsWith("not the name of a file"));
    }

    @Test
    void whatIsNamedTwiceIsCheckedOnce() throws IOException {
        Files.createDirectories(folder.resolve("a."));
        for (String name : List.of("a.grad", "b.grad", "a./b.grad")) {
            Files.writeString(folder.resolve(name), "x");
        }
        List<InputFile> entries = entries(folder + "/b.grad", folder.toString(), folder + "/./a.grad", "-", "-", "./-e");
        assertEquals(List.of("b.grad", "a./b.grad", "a.grad", "standard input", "./-e"),
                entries.stream().map(entry -> entry.name().replace(folder + "/", "")).toList());
    }

    @Test
    void aLinkToAFolderIsAFolder() throws IOException {
        Files.createDirectories(folder.resolve("real/in"));
        Files.writeString(folder.resolve("real/in/a.grad"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertEquals(List.of(link + "/in/a.grad"), entries(link.toString()).stream().map(InputFile::name).toList());
    }

    /** Whether a folder may be searched depends on who runs the tests: the file system's answer is played. */
    @Test
    void aFolderThatMayNotBeSearchedStopsNoOther() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("a.grad"), "x");
        Files.writeString(folder.resolve("c.grad"), "x");
        InputFiles.Search search = new InputFiles.Search(folder, folder);
        assertEquals(FileVisitResult.CONTINUE, search.visitFileFailed(folder.resolve("b"), new AccessDeniedException("b")));
        Files.walkFileTree(folder, search);
        List<InputFile> found = search.entries();
        assertEquals(List.of("a.grad", "b", "c.grad"), found.stream().map(entry -> Path.of(entry.name()).getFileName().toString()).toList());
        assertEquals("the folder may not be searched", assertThrows(InputFile.ReadFailure.class, found.get(1)::read).getMessage());
    }

    @Test
    void aNameIsMoreThanSpace() throws IOException {
        assertEquals("the name of a file is missing", assertThrows(InputFile.ReadFailure.class, entries("").get(0)::read).getMessage());
        for (String[] line : new String[][] {{"train", ""}, {"grade", "", "in"}, {"grade", "--lint", " "}}) {
            Invocation run = Invocation.of(line);
            assertEquals(2, run.exit());
            assertTrue(run.err().startsWith("nabla: the name of a file is missing"), run::err);
        }
    }

    @Test
    void aTextHasToBeUtf8AndHoldSomething() throws IOException {
        assertEquals("nothing to check: the file is empty", problem(new byte[0]));
        assertEquals("nothing to check: the file is empty", problem(" \n\t".getBytes(StandardCharsets.UTF_8)));
        assertEquals("the file is not UTF-8 text (line 1): save it as UTF-8", problem(new byte[] {'x', (byte) 0xE9, '=', '1'}));
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheText() throws Exception {
        byte[] bytes = "\uFEFFσ = 1".getBytes(StandardCharsets.UTF_8);
        assertEquals("σ = 1", new InputFile("-", null, false, () -> new ByteArrayInputStream(bytes)).read().text());
    }

    @Test
    void aFileBeyondTheLimitIsRefused() {
        InputFile endless = new InputFile("endless", null, false, () -> new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                return count;
            }
        });
        InputFile.ReadFailure refused = assertThrows(InputFile.ReadFailure.class, endless::read);
        assertTrue(refused.obstacle().refused());
        assertEquals("refused: a file larger than 256 MiB", refused.getMessage());
    }

    @Test
    void aReaderMayLeaveButADiskMayNotBeFull() throws IOException {
        try (OutputStream closed = new Outlet(failing("Broken pipe")); OutputStream full = new Outlet(failing("No space left"))) {
            closed.write(1);
            closed.write(new byte[10]);
            assertFalse(assertThrows(IOException.class, () -> full.write(1)).getMessage().isEmpty());
        }
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
