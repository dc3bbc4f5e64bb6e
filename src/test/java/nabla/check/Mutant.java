package nabla.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.graph.Apply;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.model.Model.Leaf;
import nabla.tensor.Shape;

/**
 * A random graph with one wrong rule, put on one use of one argument.
 *
 * @param right  the graph it was made from
 * @param broken the same with the wrong rule
 * @param images the nodes of the broken graph by those of the right one
 * @param guilty the use with the wrong rule, in the broken graph
 * @param what   was done to it
 */
record Mutant(RandomGraph right, RandomGraph broken, Map<Node, Node> images, Apply guilty, String what) {

    /** One argument of one use whose gradient a leaf needs. */
    private record Place(Apply use, int argument) { }

    /** A mutant, or null where no rule passes anything on. */
    static Mutant of(RandomGraph graph) {
        SplittableRandom random = new SplittableRandom(~graph.seed());
        List<Node> order = Topology.order(List.of(graph.root()));
        Places active = Topology.dependents(order, graph.leaves().stream().map(Leaf::node).toList());
        List<Place> places = new ArrayList<>();
        for (Node node : order) {
            for (int k = 0; k < node.arguments().size(); k++) {
                if (node instanceof Apply use && active.contains(use.argument(k)) && !Broken.isSilent(use, k)) {
                    places.add(new Place(use, k));
                }
            }
        }
        return places.isEmpty() ? null : of(graph, order, places.get(random.nextInt(places.size())), random);
    }

    private static Mutant of(RandomGraph graph, List<Node> order, Place place, SplittableRandom random) {
        List<Broken.How> ways = new ArrayList<>(List.of(Broken.How.SCALED, Broken.How.FLIPPED, Broken.How.ZEROED, Broken.How.DETACHED));
        Shape shape = place.use.argument(place.argument).shape();
        if (shape.rows() == shape.columns() && !shape.isScalar()) {
            ways.add(Broken.How.TRANSPOSED);
            ways.add(Broken.How.TRANSPOSED);
        }
        Broken.How how = ways.get(random.nextInt(ways.size()));
        Map<Node, Node> images = new IdentityHashMap<>();
        for (Node node : order) {
            Node image = node;
            if (node instanceof Apply use) {
                List<Node> arguments = use.arguments().stream().map(images::get).toList();
                boolean same = node != place.use && arguments.equals(use.arguments());
                image = same ? use : new Apply(use.name(), node == place.use ? new Broken(use.op(), place.argument, how) : use.op(), arguments);
            }
            images.put(node, image);
        }
        String what = new Names(order).of(place.use) + ": rule of " + place.use.op().symbol() + " for argument " + place.argument + " " + how;
        return new Mutant(graph, graph.with(images.get(graph.root())), images, (Apply) images.get(place.use), what);
    }
}
