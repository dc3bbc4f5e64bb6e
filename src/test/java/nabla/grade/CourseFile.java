package nabla.grade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The course of the tests: what was handed in, and the marks worked out by hand. */
record CourseFile(List<Entry> entries) {

    /** Who hands in what would never end. */
    static final String ENDLESS = "slow";

    /** The outcome of one answer; {@code mistake} is empty where none is expected. */
    record Expected(String outcome, String mistake, double marks) { }

    /** A learner. */
    record Entry(String name, List<Expected> expected, double total, String text) { }

    static String resource(String name) throws IOException {
        try (InputStream in = CourseFile.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static CourseFile read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String part : resource("course.txt").split("(?m)^== ")) {
            if (!part.startsWith("#")) {
                String[] lines = part.split("\n", 3);
                entries.add(entry(lines[0].strip(), lines[1].split("; "), lines[2].strip() + "\n"));
            }
        }
        return new CourseFile(entries);
    }

    private static Entry entry(String name, String[] marks, String text) {
        List<Expected> expected = new ArrayList<>();
        for (int k = 0; k < marks.length - 1; k++) {
            String[] words = marks[k].split(" ");
            expected.add(new Expected(words[1], words.length > 3 ? words[2] : "", Double.parseDouble(words[words.length - 1])));
        }
        return new Entry(name, expected, Double.parseDouble(marks[marks.length - 1].replace("total ", "")), filled(text));
    }

    private static String filled(String text) {
        return text.replace("<ESC>", "\u001b").replace("<BEL>", "\u0007").replace("<RLO>", "\u202e").replace("<LINE>", "x".repeat(20_000))
                .replace("<BRACKETS>", "(".repeat(300) + "1" + ")".repeat(300));
    }

    /** The others. */
    List<Entry> thirty() {
        return entries.stream().filter(entry -> !entry.name().equals(ENDLESS)).toList();
    }

    /** Writes the problem and a folder of submissions, all of which come to an end. */
    Path write(Path folder) throws IOException {
        Files.writeString(folder.resolve("homework.grad"), resource("problem.grad"));
        Path handedIn = Files.createDirectory(folder.resolve("handed-in"));
        for (Entry entry : thirty()) {
            Files.writeString(handedIn.resolve(entry.name() + ".grad"), entry.text());
        }
        return handedIn;
    }
}
