package nabla.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name stands for one class: whoever hears it knows which. */
class NamesTest {

    /** Endings of participles and adjectives, and the participles and adverbs without one that have been names here. */
    private static final Pattern NO_NOUN = Pattern.compile("(ed|ing|en|own|[ai]ble|ful|less|ous"
            + "|Done|Exact|Fixed|Found|Foreign|Kept|Left|Made|Out|Real|Right|Said|Together|Told|Unfit|Unread|Whole|Wide|Wrong)$");
    /** Nouns that end so. */
    private static final List<String> NOUNS = List.of("Binding", "Crossing", "Drafting", "Drawing", "Encoding", "Ending", "Factoring", "Finding", "Folding",
            "Grading", "Indexing", "Listing", "Mapping", "Markdown", "Marking", "Meaning", "Naming", "Packing", "Pen", "Reading", "Rewriting", "Rounding", "Sampling", "Screen", "Seed",
            "Setting", "Specimen", "Spelling", "Table", "Training", "Unpacking", "Unrolling", "Variable", "Warning", "Wording", "Working",
            // sum types of the field: a number of any arithmetic, and the verdicts as a report words them
            "Real", "Undefined", "Unchecked", "Unresolved");

    @Test
    void noTwoFilesHaveOneName() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            TreeMap<String, List<String>> byName = files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(file -> file.getFileName().toString(), TreeMap::new,
                            Collectors.mapping(file -> file.getParent().getFileName().toString(), Collectors.toList())));
            byName.values().removeIf(packages -> packages.size() == 1);
            assertEquals(new TreeMap<>(), byName);
        }
    }

    /** A class is what its name says: a noun. Its last word is no participle and no adjective, unless that word is a noun of its own. */
    @Test
    void namesAreNouns() {
        Set<String> wrong = Nabla.CLASSES.stream().filter(one -> one.getName().startsWith("nabla.") && !one.getName().contains(".antlr."))
                .map(JavaClass::getSimpleName).filter(name -> !name.isEmpty() && NO_NOUN.matcher(name).find() && NOUNS.stream().noneMatch(name::endsWith))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), wrong);
    }
}
