package nabla.assembly;

import java.util.Arrays;
import java.util.List;
import nabla.check.Finding;
import nabla.report.Worst;
import nabla.report.Worst.Point;
import nabla.tensor.Shape;

/** Where an entry stands: an index for each dimension. */
final class EntryIndices {

    private EntryIndices() { }

    static List<Integer> of(Shape shape, int entry) {
        return Arrays.stream(shape.index(entry)).boxed().toList();
    }

    /** The entry that decided a verdict, at a point by its number; null where none did. */
    static Worst worst(Finding worst, Shape shape, int entry, int point) {
        return worst == null ? null : new Worst(of(shape, entry), worst.bars(), worst.backprop(), worst.estimate(), worst.error(), new Point(point));
    }
}
