package nabla.op;

import java.util.Arrays;
import java.util.List;
import nabla.graph.Op;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;
import org.apache.commons.math3.util.Decimal64;

/** An operation whose kernel for doubles is its kernel over a field of numbers, run on boxed doubles. For small matrices. */
interface FieldKernel extends Op {

    @Override
    default void value(Tensor[] arguments, Tensor result) {
        List<Numbers<Decimal64>> numbers = Arrays.stream(arguments).map(argument -> Numbers.of(argument, Decimal64::new)).toList();
        Numbers<Decimal64> value = Numbers.filled(result.shape(), Decimal64.ZERO);
        value(numbers, value);
        Arrays.setAll(result.data(), k -> value.at(k).doubleValue());
    }
}
