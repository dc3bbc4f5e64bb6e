package nabla.export;

import java.util.HashSet;
import java.util.Set;

/** Tells names apart, for readers that keep only the first of a name: the second is called {@code name (2)}. */
public final class DistinctNames {

    private final Set<String> names = new HashSet<>();

    /** The name, or what it is called here. */
    public String of(String name) {
        String other = name;
        for (int k = 2; !names.add(other); k++) {
            other = name + " (" + k + ")";
        }
        return other;
    }
}
