package nabla.op;

import java.util.Map;
import java.util.Set;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/** The constants of the language, by name; a definition of the same name hides one. */
public final class NamedConstants {

    private static final Map<String, Node> ALL = Map.of("pi", Algebra.PI, "e", new Constant("e", Tensor.scalar(Math.E)));

    private NamedConstants() { }

    /** The constant of a name, or null. */
    public static Node find(String name) {
        return ALL.get(name);
    }

    public static boolean contains(String name) {
        return ALL.containsKey(name);
    }

    public static Set<String> names() {
        return ALL.keySet();
    }
}
