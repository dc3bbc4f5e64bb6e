package nabla.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import nabla.source.SourceText;

/**
 * What {@code nabla derive} is given: a file, or on the line an expression or equations.
 *
 * @param free whether names without a meaning are inputs
 */
record DerivationSubject(SourceText source, Path folder, boolean free) {

    static DerivationSubject of(String subject, InputStream in) throws UsageError {
        if (subject.equals("-") || isFile(subject)) {
            InputFile entry = subject.equals("-") ? InputFiles.of(List.of("-"), List.of(), in).get(0) : InputFile.file(InputFile.path(subject));
            try {
                return new DerivationSubject(entry.read(), entry.folder(), false);
            } catch (InputFile.ReadFailure e) {
                throw new UsageError(entry.name(), e.obstacle());
            }
        } else if (subject.isBlank()) {
            throw new UsageError("nothing to derive: an expression such as 'x^2*sin(y)', or a file");
        }
        return new DerivationSubject(new SourceText(EquationText.NAME, EquationText.of(subject)), null, true);
    }

    private static boolean isFile(String subject) {
        try {
            return subject.endsWith(".grad") || Files.isRegularFile(Path.of(subject));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
