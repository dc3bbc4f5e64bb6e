package nabla.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jline.utils.InfoCmp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapabilitiesTest {

    @TempDir
    private Path folder;

    static List<String> types() {
        return SystemTerminal.TYPES;
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsKeptIsWhatTheLibraryKnows(String type) throws IOException {
        Capabilities known = new Capabilities();
        InfoCmp.parseInfoCmp(InfoCmp.getDefaultInfoCmp(type), known.flags(), known.numbers(), known.strings());
        Capabilities.keep(folder, type);
        assertEquals(known, Capabilities.of(folder, type));
    }

    @Test
    void aFileThatIsMissingOrSpoiltIsNoneAtAll() throws IOException {
        assertNull(Capabilities.of(folder, "xterm"));
        for (String spoilt : List.of("", "s", "s no_such_thing x", "n columns many", "n columns", "x columns")) {
            Files.writeString(folder.resolve("xterm"), spoilt + "\n");
            assertNull(Capabilities.of(folder, "xterm"), spoilt);
        }
    }
}
