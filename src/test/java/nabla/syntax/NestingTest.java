package nabla.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nabla.limit.TimeLimit;
import nabla.op.Functions;
import nabla.session.Draft;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import nabla.writer.Palette;
import nabla.writer.TextStyle;
import nabla.writer.TextWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every construct that the grammar lets stand inside itself, or again and again: as deep as the limits allow, one less and one more. It is
 * read, or refused by the name of the limit, and what is read can be worked with.
 */
class NestingTest {

    /** A variable, an index, a matrix. */
    private static final List<String> FIRST = List.of("x = 2", "const x = 0", "x = [1, 2; 3, 4]");

    static Stream<Nesting> nestings() {
        return Nesting.all().stream();
    }

    private static String problem(String program) {
        Script script = new Reader(Functions.names()).read(new SourceText("nested", program));
        return script.diagnostics().isEmpty() ? "" : script.diagnostics().get(0).message();
    }

    private static boolean isLimit(String problem, int limit) {
        return problem.startsWith("refused: more than " + limit + " ");
    }

    /** Digits of one number. */
    private static boolean isNumber(String problem) {
        return problem.startsWith("this number is beyond ");
    }

    @ParameterizedTest
    @MethodSource("nestings")
    void isReadUpToALimitThatIsNamed(Nesting nesting) {
        boolean nests = nesting.brackets() > 0;
        int limit = nests ? Limits.BRACKETS : Limits.LEVELS;
        // A level may open several brackets.
        int most = limit / (int) Math.max(1, nesting.brackets());
        String few = problem(nesting.program(FIRST.get(0), 3));
        for (int levels : List.of(most - 3, most - 1, most, most + 1, most + 2, 5 * most)) {
            String problem = problem(nesting.program(FIRST.get(0), levels));
            assertTrue(levels > most - 3 && isLimit(problem, limit) || problem.equals(few) || isNumber(problem) || !few.isEmpty()
                    && !problem.isEmpty(), () -> levels + " of " + nesting + ": " + problem);
            assertTrue(!nests || levels <= most + 1 || problem.startsWith("refused: ") || !few.isEmpty(), () -> levels + " of " + nesting + ": " + problem);
        }
    }

    /** The list comes from the grammar: what cannot be missing from it, and how much of it is in the language. */
    @Test
    void allAreFound() {
        Set<String> found = new HashSet<>();
        nestings().forEach(nesting -> found.add(nesting.program("", 3).strip()));
        for (String program : List.of("y = (((x)))", "y = [[[x]]]", "y = x[x[x[x.T]]]", "y = ---x", "y = √√√x", "y = sin(sin(sin(x)))", "y = x.T.T.T",
                "y = x^(x^(x^(x¹)))", "y = 1(1(1(x)))", "x,x,x,x in x", "y = x+x+x+x")) {
            assertTrue(found.contains(program), () -> program + " is not among " + found);
        }
        long read = nestings().filter(nesting -> problem(nesting.program(FIRST.get(0), 3)).isEmpty()).count();
        assertTrue(read > 50, () -> "only " + read);
    }

    /** Values, formulas and messages of a session. */
    @ParameterizedTest
    @MethodSource("nestings")
    void canBeWorkedWith(Nesting nesting) {
        for (String first : FIRST) {
            String program = nesting.program(first, nesting.brackets() > 0 ? Limits.BRACKETS : Limits.LEVELS);
            TimeLimit.unlimited(() -> Draft.of(new SourceText("nested", program), Settings.DEFAULT, null).quantities());
        }
    }

    /** A whole report of what is deepest in brackets, and without. */
    @ParameterizedTest
    @MethodSource("nestings")
    @Tag("soak")
    void canBeVerified(Nesting nesting) {
        String program = nesting.program(FIRST.get(0), nesting.brackets() > 0 ? Limits.BRACKETS : Limits.LEVELS / 2);
        String text = TimeLimit.unlimited(() -> text(program));
        assertEquals(-1, text.indexOf("defect"), text);
    }

    private static String text(String program) {
        StringWriter out = new StringWriter();
        TextWriter writer = new TextWriter(out, new TextStyle(Palette.PLAIN, TextStyle.Detail.NORMAL, false, 100));
        try {
            writer.file(new Session(Settings.DEFAULT).check(new SourceText("nested", program)));
            writer.end();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }
}
