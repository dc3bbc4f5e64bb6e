package nabla.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Matrices and calls out of the rows of test tables. */
final class Samples {

    private Samples() { }

    /** {@code 3x4}. */
    static Shape shape(String text) {
        return Shape.of(Stream.of(text.strip().split("x")).mapToInt(Integer::parseInt).toArray());
    }

    /** {@code 1 2; 3 4}. */
    static Tensor matrix(String text) {
        String[] rows = text.strip().split(";");
        List<Double> entries = new ArrayList<>();
        for (String row : rows) {
            for (String entry : row.strip().split(" +")) {
                entries.add(Double.valueOf(entry));
            }
        }
        return Tensor.of(new Shape(rows.length, entries.size() / rows.length), entries::get);
    }

    /** Entries from −1 to 1; or between two numbers; or {@code dominant} on the diagonal; or rows that add up to 1. */
    static Tensor draw(Shape shape, String kind, long seed) {
        Random random = new Random(seed);
        String[] range = kind.strip().split(" +");
        double low = range.length == 2 ? Double.parseDouble(range[0]) : kind.equals("distribution") ? 0 : -1;
        double high = range.length == 2 ? Double.parseDouble(range[1]) : 1;
        Tensor matrix = Tensor.of(shape, k -> low + (high - low) * random.nextDouble());
        for (int i = 0; i < shape.rows(); i++) {
            int start = i * shape.columns();
            if (kind.equals("dominant")) {
                matrix.data()[start + i] += 2 * shape.rows();
            }
            if (kind.equals("distribution")) {
                double sum = 0;
                for (int j = 0; j < shape.columns(); j++) {
                    sum += matrix.data()[start + j];
                }
                for (int j = 0; j < shape.columns(); j++) {
                    matrix.data()[start + j] /= sum;
                }
            }
        }
        return matrix;
    }

    /** The node of a call by name, of which a repeated parameter takes all inputs; {@code integers} is like {@code axis=0}, and may be null. */
    static Apply call(String function, Map<String, Input> inputs, String integers) {
        RegistryCall call = new RegistryCall(function);
        Function.Parameter first = Functions.find(function).parameters().get(0);
        if (first.repeated()) {
            call.with(first.name(), List.copyOf(inputs.values()));
        } else {
            inputs.forEach(call::with);
        }
        if (integers != null) {
            for (String integer : integers.strip().split(" +")) {
                String[] setting = integer.split("=");
                List<Integer> numbers = Stream.of(setting[1].split(",")).map(Integer::valueOf).toList();
                call.integers(setting[0], numbers).constant(setting[0], Tensor.scalar(numbers.get(0)));
            }
        }
        return (Apply) call.node();
    }
}
