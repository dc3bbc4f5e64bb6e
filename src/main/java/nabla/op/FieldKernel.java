package nabla.op;

import java.util.Arrays;
import java.util.List;
import nabla.graph.Op;
import nabla.number.PlainDouble;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;

/** An operation whose kernel for doubles is its kernel over a field of numbers, run on boxed doubles. For small matrices. */
interface FieldKernel extends Op {

    @Override
    default void value(Tensor[] arguments, Tensor result) {
        List<Numbers<PlainDouble>> numbers = Arrays.stream(arguments).map(argument -> Numbers.of(argument, PlainDouble::new)).toList();
        Numbers<PlainDouble> value = Numbers.filled(result.shape(), PlainDouble.ZERO);
        value(numbers, value);
        Arrays.setAll(result.data(), k -> value.at(k).value());
    }
}
