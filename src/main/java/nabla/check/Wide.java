package nabla.check;

import java.util.List;
import java.util.Map;
import nabla.forward.FieldValues;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.matrix.Numbers;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;

/**
 * Values in a range far beyond that of doubles: exp(1000)/(1 + exp(1000)) is 1, though doubles overflow on the way. Whoever writes a
 * formula down means its value, not what is left of it in doubles.
 */
final class Wide {

    private static final DfpField FIELD = new DfpField(60);
    private static final int MOST_ENTRIES = 3000;

    private Wide() { }

    /** The value of a node; worked out with 60 digits where it is not finite in doubles, if that is not too much work. */
    static Matrix value(Node node, Values values, Map<Input, Matrix> point) {
        Matrix value = values.of(node);
        if (value.isFinite() || entries(node) > MOST_ENTRIES) {
            return value;
        }
        Numbers<Dfp> wide = new FieldValues<>(new Tape(List.of(node)), point, FIELD::newDfp).of(node);
        return Matrix.of(node.shape(), k -> wide.at(k).isNaN() ? Double.NaN : wide.at(k).toDouble());
    }

    private static long entries(Node node) {
        return Topology.order(List.of(node)).stream().mapToLong(each -> each.shape().count()).sum();
    }
}
