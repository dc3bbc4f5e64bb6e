package nabla.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The members of a closed family are told apart by a reader of all of them, or by a method that each has: a new one then breaks the build.
 * One member may be asked for, or two; who asks for more in one method goes through the family, and would forget the next.
 */
class FamiliesTest {

    private static final Path SOURCES = Path.of("src/main/java/nabla");
    private static final Pattern METHOD = Pattern.compile("\\n    (?:[\\w<>@].*\\{)\\n");
    private static final int MOST = 3;

    /** Where some members are picked out, and whatever else there is, now or later, is treated as the rest is. */
    private static final Set<String> PICKED = Set.of(
            // What a submission may hold; every other statement is refused. What may stand on the left of =; everything else is an error.
            "homework/SubmissionReader.add", "translate/Declarations.addEquation", "syntax/DefinitionTarget.checkLeft",
            // The statements that define names.
            "translate/NodeNames.namesOf", "session/Dependencies.add", "repl/ProgramEntry.of",
            // What numbers and sizes are made of, and nothing else is.
            "syntax/StatementBuilder.isArithmetic", "translate/Arithmetic.is", "exercise/ExerciseMaker.isTrivial",
            // What is answered or repaired in a way of its own.
            "repl/Questions.answer", "translate/Comparison.mismatch", "translate/Repairs.changes",
            // What names are needed for, which sizes are written: whatever else there is, as its parts are.
            "translate/Use.Walk", "translate/WrittenSizes.addPart",
            // Where derivatives stand in an equality; one with them in any other form is left alone.
            "translate/DerivativeTerms.add",
            // What could be read as a derivative: names, whatever stands after or below them.
            "formula/TextFormula.looksLikeDerivative");

    @Test
    void noMethodGoesThroughAFamily() throws IOException {
        Map<String, Set<String>> chains = new TreeMap<>();
        for (String family : List.of("Verdict", "Expression", "Statement", "Formula", "Domain")) {
            Pattern member = Pattern.compile("instanceof (?:\\w+\\.)?" + family + "\\.(\\w+)");
            for (Path file : sources()) {
                String text = Files.readString(file);
                String[] methods = METHOD.split(text);
                Matcher heads = METHOD.matcher(text);
                for (int k = 1; k < methods.length && heads.find(); k++) {
                    Set<String> asked = new HashSet<>();
                    Matcher matcher = member.matcher(methods[k]);
                    while (matcher.find()) {
                        asked.add(matcher.group(1));
                    }
                    if (asked.size() > MOST) {
                        chains.put(place(file, heads.group()), asked);
                    }
                }
            }
        }
        assertEquals(PICKED, chains.keySet(), chains::toString);
    }

    /** {@code translate/Repairs.changes}. */
    private static String place(Path file, String head) {
        return SOURCES.relativize(file).toString().replace('\\', '/').replace(".java", ".") + head.replaceAll("(?s)^.*?(\\w+)(\\(| \\{).*$", "$1");
    }

    /** What a verdict comes to is never a matter of its class. */
    @Test
    void noVerdictIsAskedForItsClass() throws IOException {
        for (Path file : sources()) {
            assertEquals(false, Files.readString(file).contains("instanceof Verdict."), file::toString);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
