package nabla.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of tables become drafts. */
class TableTest {

    private static ExerciseDraft draft(String line) {
        return ExerciseTable.of(List.of(line)).draft(Template.of(line), new Dice(3));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"1..3, \"1 2 3\"", "0.5..2/0.5, \"0.5 1 1.5 2\"", "-1..1, \"-1 0 1\"", "sin cos, \"sin cos\"",
        "-1..1 2.5, \"-1 0 1 2.5\""})
    void aPoolIsWrittenShort(String text, String choices) {
        assertEquals(choices, String.join(" ", Choices.of(text)));
    }

    @Test
    void choicesAreMadeOnceWhereTheyHaveAName() {
        for (int seed = 0; seed < 20; seed++) {
            String[] words = Template.of("1 | {k=2..5} {k} {f=sin cos} {g=sin cos !f} {k}").filled(new Dice(seed)).strip().split(" ");
            assertEquals(words[0], words[1]);
            assertEquals(words[0], words[4]);
            assertNotEquals(words[2], words[3]);
        }
    }

    @Test
    void namesAreChangedInDefinitionsTargetsValuesAndMarkedInHints() {
        ExerciseTable table = ExerciseTable.of(List.of("names x u z", "names a b c", "1 | u = 2x; z = sin(u) | dz/dx | x in 3 | x reaches $z over $u"));
        ExerciseDraft draft = IntStream.range(0, 50).mapToObj(seed -> table.draft(table.templates().get(0), new Dice(seed)))
                .filter(d -> d.of().equals("c")).findFirst().orElseThrow();
        assertEquals(List.of("b = 2a", "c = sin(b)"), draft.definitions());
        assertEquals("a", draft.by());
        assertEquals("x reaches c over b", draft.nudge());
        assertEquals(List.of("b = 2a", "c = sin(b)", "a = 3"), draft.lines(Map.of("a", Tensor.scalar(3))));
    }

    @Test
    void namesThatALineUsesOtherwiseAreNotGiven() {
        ExerciseTable table = ExerciseTable.of(List.of("names x z", "names q p", "1 | z = x*q | dz/dx | x in 1; q in 2"));
        assertTrue(IntStream.range(0, 20).allMatch(seed -> table.draft(table.templates().get(0), new Dice(seed)).of().equals("z")));
    }

    @Test
    void numbersStandOnOneLineAndMatricesOnTheirOwn() {
        ExerciseDraft draft = draft("1 | z = sum(W)*x*y | dz/dx | x in 2; const y in 0; W(2,2) in 3");
        Map<String, Tensor> values = draft.givens().stream().collect(Collectors.toMap(GivenLeaf::name, given -> given.draw(new Dice(1))));
        assertEquals(List.of("z = sum(W)*x*y", "W = [3, 3; 3, 3]", "x = 2; const y = 0"), draft.lines(values));
    }

    @Test
    void rowsAddUpToOne() {
        for (String kind : List.of("onehot", "simplex")) {
            Tensor rows = draft("1 | L = sum(y) | dL/dy | const y(3, 4) " + kind).givens().get(0).draw(new Dice(5));
            for (int i = 0; i < 3; i++) {
                double sum = 0;
                for (int j = 0; j < 4; j++) {
                    sum += rows.get(i, j);
                    assertTrue(kind.equals("onehot") || rows.get(i, j) > 0);
                }
                assertEquals(1, sum, 1e-12);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"z = x", "6 | z = x | dz/dx | x in 1", "1 | z = x | dz/dx", "1 | z = x | z by x | x in 1", "1 | z = x | dz/dx | x = 1"})
    void aLineThatIsNoExerciseIsRefused(String line) {
        assertThrows(IllegalArgumentException.class, () -> draft(line));
    }
}
