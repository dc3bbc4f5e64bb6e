package nabla.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where boxes stand and where lines go, for other drawings than those of characters: layers from the left, rows from the top, from 0. */
public final class Arrangement {

    private final List<Spot> spots = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();

    /**
     * Where a box stands.
     *
     * @param row    of the first line of its label
     * @param height how many rows there are between its borders
     */
    public record Spot(int layer, int row, int height) { }

    /**
     * A line from a box to one that uses it, both by their places in the list of boxes.
     *
     * @param rows the row in which the line passes each layer on its way, the first after that of {@code from}; the last is where it ends
     */
    public record Route(int from, int to, List<Integer> rows) { }

    /** Lays the graph out. */
    public Arrangement(List<Box> boxes) {
        Layers layers = new Layers(boxes);
        VertexRows.place(layers.all());
        Map<Vertex, Integer> places = new HashMap<>();
        for (Vertex vertex : layers.vertices()) {
            places.put(vertex, places.size());
            spots.add(new Spot(vertex.layer, vertex.row, vertex.height()));
        }
        for (Vertex target : layers.vertices()) {
            target.sources.forEach(source -> routes.add(route(source, target, places)));
        }
    }

    private static Route route(Vertex last, Vertex target, Map<Vertex, Integer> places) {
        Deque<Integer> rows = new ArrayDeque<>(List.of(target.port(last)));
        Vertex at = last;
        while (at.box == null) {
            rows.push(at.row);
            at = at.sources.get(0);
        }
        return new Route(places.get(at), places.get(target), List.copyOf(rows));
    }

    /** One a box, in the order of the boxes. */
    public List<Spot> spots() {
        return spots;
    }

    public List<Route> routes() {
        return routes;
    }
}
