package nabla.op;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The functions of the language by name: the tables of all families, put together. */
public final class Functions {

    private static final List<Function> ALL = Stream.of(
            Unary.FUNCTIONS,
            Binary.FUNCTIONS,
            Ternary.FUNCTIONS,
            Winner.FUNCTIONS,
            Sum.FUNCTIONS).flatMap(List::stream).toList();

    private static final Map<String, Function> BY_NAME = byName();

    private Functions() { }

    /** Every function once, family by family. */
    public static List<Function> all() {
        return ALL;
    }

    /** The function of a name or alias, or null. */
    public static Function find(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, Function> byName() {
        Map<String, Function> functions = new LinkedHashMap<>();
        for (Function function : ALL) {
            for (String name : function.names()) {
                if (functions.put(name, function) != null) {
                    throw new IllegalStateException("two functions are called " + name);
                }
            }
        }
        return Collections.unmodifiableMap(functions);
    }
}
