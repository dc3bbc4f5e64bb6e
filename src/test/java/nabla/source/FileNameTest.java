package nabla.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class FileNameTest {

    /** What Java says of "größe" where the locale is C. */
    @Test
    void saysThatItIsTheLocale() {
        assertEquals("not the name of a file: this locale has no such letters; set LC_ALL=C.UTF-8, or rename it",
                FileName.problem(new InvalidPathException("gr\u00f6\u00dfe", "Malformed input or input contains unmappable characters")));
    }

    @Test
    void saysWhatElseItIs() {
        InvalidPathException nul = Assertions.assertThrows(InvalidPathException.class, () -> Path.of("a\0b"));
        assertEquals("not the name of a file: Nul character not allowed", FileName.problem(nul));
    }
}
