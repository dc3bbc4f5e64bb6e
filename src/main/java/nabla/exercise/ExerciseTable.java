package nabla.exercise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The exercises of a topic, read from its resource.
 *
 * @param names     what the names may be called; the first row is how the templates call them
 * @param templates in the order of the table
 */
record ExerciseTable(List<List<String>> names, List<Template> templates) {

    private static final String NAMES = "names ";

    static ExerciseTable of(Topic topic) {
        String file = topic.id() + ".txt";
        try (InputStream stream = ExerciseTable.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no exercises: " + file);
            }
            return of(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().toList());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static ExerciseTable of(List<String> lines) {
        List<List<String>> names = new ArrayList<>();
        List<Template> templates = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(NAMES)) {
                names.add(Arrays.asList(line.substring(NAMES.length()).strip().split(" +")));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                templates.add(Template.of(line));
            }
        }
        return new ExerciseTable(names, templates);
    }

    List<Template> templates(Level level) {
        return templates.stream().filter(template -> template.isFor(level)).toList();
    }

    /** A draft of a template, with names of its own. */
    ExerciseDraft draft(Template template, Dice dice) {
        String line = template.filled(dice);
        Map<String, String> called = new HashMap<>();
        if (!names.isEmpty()) {
            List<String> chosen = dice.pick(possible(line));
            for (int k = 0; k < chosen.size(); k++) {
                called.put(names.get(0).get(k), chosen.get(k));
            }
        }
        return ExerciseDraft.of(line, called);
    }

    /** The rows of names in which none is the same as another name of the line. */
    private List<List<String>> possible(String line) {
        Set<String> others = ExerciseDraft.names(line);
        others.removeAll(names.get(0));
        return names.stream().filter(row -> Collections.disjoint(row, others)).toList();
    }
}
