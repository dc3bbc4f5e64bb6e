package nabla.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The directions between packages, and which package may use which library. */
class PackagesTest {

    private static final JavaClasses NABLA = Nabla.CLASSES;

    /** What each package uses itself; what those use is allowed too. */
    private static final Map<String, String> USES = new TreeMap<>(Map.ofEntries(
            Map.entry("limit", ""),
            Map.entry("formula", ""),
            Map.entry("tensor", ""),
            Map.entry("source", "limit"),
            Map.entry("syntax", "source"),
            Map.entry("verdict", "formula tensor"),
            Map.entry("graph", "tensor formula limit number"),
            Map.entry("op", "forward"),
            Map.entry("forward", "graph"),
            Map.entry("backward", "op"),
            Map.entry("simplify", "op"),
            Map.entry("model", "graph syntax"),
            Map.entry("network", "syntax forward backward"),
            Map.entry("translate", "model network"),
            Map.entry("homework", "translate"),
            Map.entry("number", ""),
            Map.entry("point", "model forward"),
            Map.entry("stencil", "point"),
            Map.entry("oracle", "stencil"),
            Map.entry("kink", "oracle verdict op"),
            Map.entry("check", "kink backward simplify"),
            Map.entry("claim", "kink simplify"),
            Map.entry("rule", "check"),
            Map.entry("export", "formula tensor source"),
            Map.entry("report", "source verdict"),
            Map.entry("writer", "report export"),
            Map.entry("mistake", "backward forward report"),
            Map.entry("derive", "check report"),
            Map.entry("assembly", "claim rule mistake network"),
            Map.entry("session", "assembly derive homework"),
            Map.entry("exercise", "session writer"),
            Map.entry("diagram", "source"),
            Map.entry("picture", "report diagram export"),
            Map.entry("page", "picture writer"),
            Map.entry("repl", "exercise page"),
            Map.entry("grade", "session page"),
            Map.entry("cli", "repl grade")));

    private static Set<String> allowed(String name) {
        Set<String> allowed = new TreeSet<>(Set.of(name));
        Arrays.stream(USES.get(name).split(" ")).filter(used -> !used.isEmpty()).forEach(used -> allowed.addAll(allowed(used)));
        return allowed;
    }

    private static Set<String> packages() {
        return NABLA.stream().filter(one -> one.getPackageName().startsWith("nabla.")).map(PackagesTest::packageOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPackageHasItsDirections() {
        assertEquals(USES.keySet(), packages());
    }

    @Test
    void packagesUseOnlyThoseBelowThem() {
        Map<String, Set<String>> wrong = new TreeMap<>();
        uses((user, used) -> {
            if (!allowed(packageOf(user)).contains(packageOf(used))) {
                wrong.computeIfAbsent(packageOf(user) + " may use " + allowed(packageOf(user)), name -> new TreeSet<>()).add(user.getName() + " uses " + used.getName());
            }
        });
        assertEquals(Map.of(), wrong);
    }

    /** A direction that nothing takes is none. */
    @Test
    void everyDirectionIsTaken() {
        Map<String, Set<String>> taken = new TreeMap<>();
        uses((user, used) -> taken.computeIfAbsent(packageOf(user), name -> new TreeSet<>()).add(packageOf(used)));
        USES.forEach((name, uses) -> Arrays.stream(uses.split(" ")).filter(used -> !used.isEmpty())
                .forEach(used -> assertTrue(taken.get(name).contains(used), name + " does not use " + used)));
    }

    /** Which class uses which, each pair once. */
    private static void uses(BiConsumer<JavaClass, JavaClass> each) {
        for (JavaClass one : NABLA) {
            one.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(other -> other.getPackageName().startsWith("nabla.")).distinct().forEach(other -> each.accept(one, other));
        }
    }

    private static String packageOf(JavaClass one) {
        return one.getPackageName().split("\\.")[1];
    }

    @Test
    void thereIsNoCycle() {
        slices().matching("nabla.(*)..").should().beFreeOfCycles().check(NABLA);
    }

    @ParameterizedTest
    @CsvSource({"org.antlr, syntax", "picocli, cli", "org.jline, repl", "me.tongfei, cli", "org.knowm, cli", "org.apache.batik, cli",
        "org.apache.commons.math3, check", "com.fasterxml.jackson, export", "javax.xml.stream, export", "org.apache.commons.csv, translate", "cc.redberry, simplify"})
    void aLibraryHasOnePackage(String library, String user) {
        noClasses().that().resideOutsideOfPackage("nabla." + user + "..").should()
                .dependOnClassesThat(resideInAPackage(library + "..")).check(NABLA);
    }
}
