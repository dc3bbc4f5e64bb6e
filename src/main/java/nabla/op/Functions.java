package nabla.op;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The functions of the language by name: the tables of all families, put together. */
public final class Functions {

    private static final List<Function> ALL = Stream.of(
            Unary.FUNCTIONS,
            Binary.FUNCTIONS,
            Ternary.FUNCTIONS,
            Polygamma.FUNCTIONS,
            Winner.FUNCTIONS,
            Sum.FUNCTIONS,
            Factors.FUNCTIONS,
            Reductions.FUNCTIONS,
            Norm.FUNCTIONS,
            Scans.FUNCTIONS,
            Dispersion.FUNCTIONS,
            Diagonals.FUNCTIONS,
            Triangle.FUNCTIONS,
            Kronecker.FUNCTIONS,
            Reshape.FUNCTIONS,
            LinearAlgebra.FUNCTIONS,
            Determinants.FUNCTIONS,
            Cholesky.FUNCTIONS,
            Indexing.FUNCTIONS,
            Permutation.FUNCTIONS,
            Concat.FUNCTIONS,
            IndexedSelection.FUNCTIONS,
            Convolutions.FUNCTIONS,
            Convolutions.WINDOWS,
            Einsum.FUNCTIONS,
            Softmaxes.FUNCTIONS,
            Losses.FUNCTIONS,
            CrossEntropies.FUNCTIONS,
            Leaves.FUNCTIONS).flatMap(List::stream).toList();

    /**
     * Before the name of a function over the classes of an example, makes the one that has to be told the axis along which they lie:
     * for networks, which know it. No text can spell it.
     */
    public static final String BY_CLASS = "by_class:";

    private static final Map<String, Function> BY_NAME = byName(ALL);
    private static final Map<String, Function> CLASSES = byName(CrossEntropies.BY_CLASS);

    private Functions() { }

    /** Every function once, family by family. */
    public static List<Function> all() {
        return ALL;
    }

    /** The function of a name or alias, or null. */
    public static Function find(String name) {
        Function function = BY_NAME.get(name);
        return function != null ? function : CLASSES.get(name);
    }

    /** Every name and alias. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    private static Map<String, Function> byName(List<Function> all) {
        Map<String, Function> functions = new LinkedHashMap<>();
        for (Function function : all) {
            for (String name : function.names()) {
                if (functions.put(name, function) != null) {
                    throw new IllegalStateException("two functions are called " + name);
                }
            }
        }
        return Collections.unmodifiableMap(functions);
    }
}
