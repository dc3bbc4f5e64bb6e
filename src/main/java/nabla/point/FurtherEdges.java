package nabla.point;

import java.util.List;
import nabla.forward.Replay;
import nabla.forward.Values;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/** The edges that a point does not lie on, as far as rounding can tell, seen from one node: what is beyond them is no neighbourhood. */
public final class FurtherEdges {

    private final Replay replay;
    private final List<Watch> watches;

    /** {@code branches} are those of the point of the values. */
    public FurtherEdges(Node node, Values values, Branches branches) {
        this.replay = new Replay(values, node);
        this.watches = branches.moved(values.program(), node);
    }

    /** Whether one of them lies between the point and where an entry of the node has moved by so much, to either side. */
    public boolean arePassed(int entry, double step) {
        return isPassed(entry, step) || isPassed(entry, -step);
    }

    private boolean isPassed(int entry, double step) {
        replay.add(entry, step);
        for (Watch watch : watches) {
            Tensor distance = replay.of(watch.guard().distance());
            for (int k = 0; k < distance.count(); k++) {
                if (watch.place(k, distance.at(k)) > Crossing.LEAVES) {
                    return true;
                }
            }
        }
        return false;
    }
}
