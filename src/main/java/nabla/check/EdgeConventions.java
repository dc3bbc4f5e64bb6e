package nabla.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.forward.Replay;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.point.Branches;
import nabla.point.Watch;
import nabla.stencil.Probe;
import nabla.tensor.Tensor;
import nabla.verdict.Text;

/** Says which kink, jump or edge of a domain a point lies on, and by what convention backprop chose a value there. */
final class EdgeConventions {

    private static final int MOST_NAMED = 3;

    private final Branches branches;
    private final Values values;
    private final Map<Input, Tensor> point;
    private final Names names;
    /** Of the entry that was asked about last: its edges are asked for several times in a row. */
    private Node last;
    private int lastEntry;
    private List<Place> found;

    EdgeConventions(Branches branches, Values values, Map<Input, Tensor> point, Names names) {
        this.branches = branches;
        this.values = values;
        this.point = point;
        this.names = names;
    }

    /** The edge that moving an entry leaves: the guard and the entry of its distance. */
    private record Place(Watch watch, int entry) { }

    private Place left(Node node, int entry) {
        List<Place> all = all(node, entry);
        return all.isEmpty() ? null : all.get(0);
    }

    private List<Place> all(Node node, int entry) {
        if (node != last || entry != lastEntry) {
            found = find(node, entry);
            last = node;
            lastEntry = entry;
        }
        return found;
    }

    private List<Place> find(Node node, int entry) {
        List<Place> places = new ArrayList<>();
        Replay replay = new Replay(values, node);
        double scale = Probe.scale(values.of(node).at(entry));
        for (double step : List.of(scale * 0x1p-35, -scale * 0x1p-35)) {
            replay.add(entry, step);
            for (Watch watch : branches.moved(values.program(), node)) {
                double[] distance = replay.of(watch.guard().distance()).data();
                for (int k = 0; k < distance.length; k++) {
                    if (watch.singular()[k] && distance[k] != 0) {
                        places.add(new Place(watch, k));
                    }
                }
            }
        }
        return places;
    }

    /** Whether the value may jump there: at a kink or a tie it does not. */
    boolean mayJump(Node node, int entry) {
        Place place = left(node, entry);
        return place == null || place.watch.guard().kind() != Guard.Kind.KINK && place.watch.guard().kind() != Guard.Kind.WINNER;
    }

    /** For example "relu'(0) = 0", or "max at a tie". */
    String convention(Node node, int entry) {
        Place place = left(node, entry);
        return place == null ? "a kink" : convention(place);
    }

    /** Of all edges that an entry leaves: conventions that do not add up to a gradient of the function. */
    String conventions(Node node, int entry) {
        List<String> each = all(node, entry).stream().map(this::convention).distinct().limit(MOST_NAMED).toList();
        return each.isEmpty() ? "the conventions do not add up"
                : String.join(" and ", each) + (each.size() == 1 ? " does" : " do") + " not add up to the function's slope";
    }

    private String convention(Place place) {
        Apply use = place.watch.use();
        boolean unary = use.arguments().size() == 1 && use.op().elementwise();
        if (place.watch.guard().kind() == Guard.Kind.KINK && unary) {
            Node slope = use.op().adjoint(0, use, Algebra.ones(use.shape()));
            double at = values.of(use.argument(0)).at(place.entry);
            double value = slope == null ? 0 : Values.of(slope, point).at(place.entry % slope.shape().count());
            return use.op().symbol() + "'(" + Text.number(at) + ") = " + Text.number(value);
        }
        return use.op().symbol() + " at a tie" + (use.shape().isScalar() ? "" : Text.where(place.entry, place.watch.guard().distance().shape()));
    }

    /** For example "step(v1) jumps at v1 = 0". */
    String jump(Node node, int entry) {
        Place place = left(node, entry);
        if (place == null) {
            return "the value jumps here";
        }
        Apply use = place.watch.use();
        OperationWording wording = new OperationWording(names);
        String verb = place.watch.guard().kind() == Guard.Kind.DOMAIN ? " ends its domain" : " jumps";
        int k = place.entry < use.shape().count() ? place.entry : 0;
        return wording.of(use) + verb + wording.at(use, k, values, null) + Text.where(k, use.shape());
    }
}
