package nabla.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Within a package too, files use each other in one direction, so that there is one to begin with. */
class CirclesTest {

    /**
     * Nodes, operations and terms are made of each other: rules build nodes of any operation, terms of any kind hold terms of any kind. And
     * a number has functions (the interface wants them so) that are made of numbers.
     */
    private static final Set<String> MUTUAL = Set.of("graph", "op", "simplify", "number");

    @Test
    void filesOfAPackageMakeNoOtherCircle() {
        assertEquals(List.of(), circles().stream().filter(circle -> !MUTUAL.contains(packageOf(circle))).toList());
    }

    private static String packageOf(TreeSet<String> circle) {
        return circle.first().split("\\.")[1];
    }

    /** A family is one file, its members and its reader in it: what they know of each other is no circle. */
    private static String file(JavaClass one) {
        return one.getName().replaceAll("\\$.*", "");
    }

    /** The largest sets of files of one package of which each uses every other, if only by way of others. */
    private static Set<TreeSet<String>> circles() {
        JavaClasses nabla = Nabla.CLASSES.that(DescribedPredicate.describe("ours",
                one -> !one.getPackageName().endsWith("antlr")));
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass one : nabla) {
            Set<String> used = uses.computeIfAbsent(file(one), name -> new TreeSet<>());
            one.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(other -> other.getPackageName().equals(one.getPackageName())).forEach(other -> used.add(file(other)));
        }
        Map<String, Set<String>> reached = new TreeMap<>();
        uses.keySet().forEach(name -> reached.put(name, reached(name, uses)));
        return reached.keySet().stream().filter(name -> reached.get(name).contains(name) && reached.get(name).size() > 1)
                .map(name -> reached.get(name).stream().filter(other -> reached.get(other).contains(name)).collect(Collectors.toCollection(TreeSet::new)))
                .filter(circle -> circle.size() > 1).collect(Collectors.toSet());
    }

    private static Set<String> reached(String from, Map<String, Set<String>> uses) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(uses.get(from));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (!next.equals(from) && reached.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            } else if (next.equals(from) && uses.get(from).size() > 0) {
                reached.add(from);
            }
        }
        return reached;
    }
}
