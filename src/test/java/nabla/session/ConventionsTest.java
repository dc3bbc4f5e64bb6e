package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nabla.cli.Invocation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Programs as courses write them, with what {@code check} has to say of them. */
class ConventionsTest {

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        String text;
        try (InputStream in = ConventionsTest.class.getResourceAsStream("conventions.txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (String section : text.split("(?m)^== ")) {
            if (!section.startsWith("#")) {
                String name = section.lines().findFirst().orElseThrow();
                tests.add(DynamicTest.dynamicTest(name, () -> check(section.substring(name.length() + 1))));
            }
        }
        return tests.stream();
    }

    /** After {@code --- exit N} and options, a line a text: {@code +} for one that has to be said, {@code -} for one that must not. */
    private static void check(String section) {
        String[] parts = section.split("(?m)^--- ");
        for (int k = 1; k < parts.length; k++) {
            List<String> lines = parts[k].lines().filter(line -> !line.isBlank()).toList();
            String[] words = lines.get(0).split(" ");
            List<String> arguments = new ArrayList<>(List.of("check", "-"));
            arguments.addAll(List.of(words).subList(2, words.length));
            Invocation run = Invocation.with(parts[0], arguments.toArray(String[]::new));
            String said = run.out() + run.err();
            assertEquals(Integer.parseInt(words[1]), run.exit(), said);
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith("+ ")) {
                    assertTrue(said.contains(line.substring(2)), () -> line + "\n" + said);
                } else {
                    assertFalse(said.contains(line.substring(2)), () -> line + "\n" + said);
                }
            }
        }
    }
}
