package nabla.assembly;

import java.util.Arrays;
import java.util.List;
import nabla.tensor.Shape;

/** Where an entry stands: an index for each dimension. */
final class EntryIndices {

    private EntryIndices() { }

    static List<Integer> of(Shape shape, int entry) {
        return Arrays.stream(shape.index(entry)).boxed().toList();
    }
}
