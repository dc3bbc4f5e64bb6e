package nabla.network;

import java.util.List;
import java.util.stream.Stream;
import nabla.graph.Trait;
import nabla.op.Function;
import nabla.op.Functions;

/** The activations of a layer: what the functions of the language say of themselves, and {@code linear}. */
public final class Activations {

    /** {@code h = z}. */
    public static final String LINEAR = "linear";

    private Activations() { }

    /** Every name that can stand after {@code dense 3}. */
    public static List<String> names() {
        return Stream.concat(Stream.of(LINEAR), Functions.all().stream().filter(function -> function.is(Trait.ACTIVATION))
                .flatMap(function -> function.names().stream())).toList();
    }

    public static boolean isKnown(String name) {
        return name.equals(LINEAR) || is(name, Trait.ACTIVATION);
    }

    /** Whether half of what enters is lost, so that the weights make up for it (He et al., Delving deep into rectifiers, 2015). */
    static boolean isRectifier(String name) {
        return is(name, Trait.RECTIFIER);
    }

    /** Whether it is over the classes of each example, not entry by entry. */
    static boolean isByClass(String name) {
        return is(name, Trait.BY_CLASS);
    }

    /** Whether a unit can be off for every example: its slope is then 0, and nothing changes that. */
    static boolean isCutOff(String name) {
        return is(name, Trait.BEND) && is(name, Trait.NONNEGATIVE);
    }

    /** Whether it has a parameter that has to be given: a network learns it. */
    public static boolean isLearned(String name) {
        Function function = Functions.find(name);
        return function != null && function.parameters().stream().skip(1).anyMatch(parameter -> parameter.fallback() == null);
    }

    private static boolean is(String name, Trait trait) {
        Function function = Functions.find(name);
        return function != null && function.is(trait);
    }
}
