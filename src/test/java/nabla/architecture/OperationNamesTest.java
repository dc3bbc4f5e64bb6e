package nabla.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nabla.op.Binary;
import nabla.op.Functions;
import nabla.op.Unary;
import org.junit.jupiter.api.Test;

/** No operation is known by its name outside the package of operations: whoever wants to know something of it asks its row. */
class OperationNamesTest {

    private static final Path SOURCES = Path.of("src/main/java/nabla");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern CONSTANT = Pattern.compile("\\b(Unary|Binary|Ternary|Winner)\\.[A-Z][A-Z0-9_]*\\b");

    /** Words that are names of functions too, by file or package, and what they are there. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            // The name of a rule and of a topic.
            Map.entry("derive/BookRules", "transpose"), Map.entry("exercise/Topic", "softmax"),
            // Elements, attributes and classes of HTML, SVG and MathML; a field of JSON; a command; the part of a pattern; an accent.
            Map.entry("page", "div min max step normal"), Map.entry("grade/CourseHtml", "div"), Map.entry("cli/TrainingPage", "div step"),
            Map.entry("writer/JsonNodes", "whole"), Map.entry("homework/FairCopy", "sign"),
            Map.entry("formula/LatexNames", "dot"),
            // An operating system.
            Map.entry("repl/StatePlaces", "windows"),
            // The axis of a plot and of a training.
            Map.entry("cli/Plot", "step"), Map.entry("syntax/TrainingReader", "step"),
            // Words of the grammar: distributions of leaves, initialisers with their parameters, ranges of a table.
            Map.entry("syntax/NetworkBuilder", "zeros normal"), Map.entry("network/InitialWeights", "normal std"),
            Map.entry("syntax/StatementBuilder", "onehot"), Map.entry("syntax/StatementPrinter", "onehot"),
            Map.entry("translate/CsvCall", "rows"), Map.entry("translate/Table", "rows"),
            // Spellings: text is read as LaTeX, as √ and σ and as words of other languages before anything is known of operations.
            Map.entry("syntax/Latex", "sqrt sum le ge ln log exp sin cos tan tanh sinh cosh"), Map.entry("syntax/ExpressionBuilder", "sqrt"),
            Map.entry("syntax/Words", "sigmoid"), Map.entry("syntax/Habits", "where"));

    @Test
    void noNameIsWritten() throws IOException {
        Set<String> names = new HashSet<>(Functions.names());
        Stream.of(Unary.values()).forEach(op -> names.add(op.symbol()));
        Stream.of(Binary.values()).forEach(op -> names.add(op.symbol()));
        names.addAll(List.of("matmul", "stretch", "slice", "blocks"));
        Set<String> allowed = new TreeSet<>();
        MEANT.forEach((place, words) -> Stream.of(words.split(" ")).forEach(word -> allowed.add(place + " " + word)));
        Set<String> found = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            String name = SOURCES.relativize(file).toString().replace(".java", "");
            Matcher text = TEXT.matcher(Files.readString(file).replace("'\"'", "''"));
            while (text.find()) {
                String word = text.group(1);
                String place = MEANT.containsKey(name) ? name : name.replaceAll("/.*", "");
                if (names.contains(word) && !allowed.contains(place + " " + word)) {
                    wrong.add(name + ": " + word);
                } else if (names.contains(word)) {
                    found.add(place + " " + word);
                }
            }
        }
        assertEquals(List.of(), wrong);
        allowed.removeAll(found);
        assertEquals(Set.of(), allowed, "what nobody writes needs no leave");
    }

    @Test
    void noConstantIsNamed() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            Matcher constant = CONSTANT.matcher(Files.readString(file));
            while (constant.find()) {
                wrong.add(file + ": " + constant.group());
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.startsWith(SOURCES.resolve("op"))).sorted().toList();
        }
    }
}
