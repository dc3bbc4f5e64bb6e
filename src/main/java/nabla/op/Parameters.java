package nabla.op;

import java.util.List;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Op;
import nabla.op.Function.Builder;
import nabla.op.Function.Kind;
import nabla.op.Function.Parameter;

/** Short spellings for tables of functions. */
final class Parameters {

    /** {@code axis=0}, {@code axis=(0, 2)}, which may be left out. */
    static final Parameter AXIS = new Parameter("axis", Kind.NUMBERS, Double.NaN, false);

    private Parameters() { }

    static Function function(String name, Builder builder, Parameter... parameters) {
        return new Function(List.of(name), List.of(parameters), builder);
    }

    /** A function that applies an operation to its matrices: its name with those behind it, {@code solve A b}, and what it takes besides. */
    static Function applied(String call, java.util.function.Function<Arguments, Op> op, Parameter... others) {
        List<String> words = List.of(call.split(" "));
        List<String> matrices = words.subList(1, words.size()).stream().map(word -> written(word).name()).toList();
        Stream<Parameter> all = Stream.concat(words.stream().skip(1).map(Parameters::written), Stream.of(others));
        return function(words.get(0), given -> new Apply(given.name(), op.apply(given), matrices.stream().map(given::node).toList()),
                all.toArray(Parameter[]::new));
    }

    static Parameter matrix(String name) {
        return new Parameter(name, Kind.MATRIX, null, false);
    }

    /** Any number of matrices; parameters after it are given by name only. */
    static Parameter matrices(String name) {
        return new Parameter(name, Kind.MATRIX, null, true);
    }

    /** {@code x}, or with what it is when left out {@code alpha=1}. */
    static Parameter written(String text) {
        String[] parts = text.split("=");
        return new Parameter(parts[0], Kind.MATRIX, parts.length == 1 ? null : Double.valueOf(parts[1]), false);
    }

    static Parameter integer(String name) {
        return new Parameter(name, Kind.INTEGER, null, false);
    }

    static Parameter integer(String name, double fallback) {
        return new Parameter(name, Kind.INTEGER, fallback, false);
    }

    /** Any number of them: sizes, dimensions. */
    static Parameter integers(String name) {
        return new Parameter(name, Kind.INTEGER, null, true);
    }

    /** One whole number, or one for each dimension. */
    static Parameter each(String name, double fallback) {
        return new Parameter(name, Kind.NUMBERS, fallback, false);
    }

    /** The same where it has to be said. */
    static Parameter numbers(String name) {
        return new Parameter(name, Kind.NUMBERS, null, false);
    }

    static Parameter text(String name) {
        return new Parameter(name, Kind.TEXT, null, false);
    }

    static Parameter constant(String name, Double fallback) {
        return new Parameter(name, Kind.CONSTANT, fallback, false);
    }
}
