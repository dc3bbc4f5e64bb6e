package nabla.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @ParameterizedTest
    @CsvSource({"Linux, XDG_STATE_HOME, /state, /state/nabla", "Linux, XDG_STATE_HOME, relative, /home/ada/.local/state/nabla",
        "Linux, XDG_STATE_HOME, '', /home/ada/.local/state/nabla", "Linux, OTHER, x, /home/ada/.local/state/nabla",
        "FreeBSD, OTHER, x, /home/ada/.local/state/nabla", "Mac OS X, XDG_STATE_HOME, /state, /home/ada/Library/Application Support/nabla",
        "Windows 11, LOCALAPPDATA, /local, /local/nabla", "Windows 11, OTHER, x, /home/ada/AppData/Local/nabla"})
    void eachSystemHasItsPlace(String system, String variable, String value, Path expected) {
        assertEquals(expected, StatePlaces.state(system, "/home/ada", Map.of(variable, value)::get));
    }

    @Test
    void aFolderThatCannotBeMadeIsNotUsed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertFalse(StatePlaces.isUsable(file.resolve("nabla")));
        assertFalse(StatePlaces.isUsable(null));
    }
}
