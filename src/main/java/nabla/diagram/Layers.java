package nabla.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Boxes in layers: each to the right of those it takes lines from, and leaves close to where they are used. */
final class Layers {

    private static final int SWEEPS = 12;

    private final List<List<Vertex>> layers = new ArrayList<>();
    private final List<Vertex> vertices = new ArrayList<>();

    Layers(List<Box> boxes) {
        int[] depth = depths(boxes);
        for (int k = 0; k < depth.length; k++) {
            Vertex vertex = add(new Vertex(boxes.get(k), depth[k]));
            vertices.add(vertex);
            for (int argument : new LinkedHashSet<>(boxes.get(k).arguments())) {
                last(vertices.get(argument), depth[k]).join(vertex);
            }
        }
        order();
    }

    /** The layer of each box. */
    static int[] depths(List<Box> boxes) {
        int[] depth = new int[boxes.size()];
        int[] first = new int[boxes.size()];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int k = 0; k < depth.length; k++) {
            for (int argument : boxes.get(k).arguments()) {
                depth[k] = Math.max(depth[k], depth[argument] + 1);
            }
        }
        for (int k = 0; k < depth.length; k++) {
            for (int argument : boxes.get(k).arguments()) {
                first[argument] = Math.min(first[argument], depth[k] - 1);
            }
        }
        for (int k = 0; k < depth.length; k++) {
            if (boxes.get(k).arguments().isEmpty() && first[k] != Integer.MAX_VALUE) {
                depth[k] = first[k];
            }
        }
        return depth;
    }

    static int deepest(int[] depth) {
        return Arrays.stream(depth).max().orElse(-1);
    }

    private Vertex add(Vertex vertex) {
        while (layers.size() <= vertex.layer) {
            layers.add(new ArrayList<>());
        }
        layers.get(vertex.layer).add(vertex);
        return vertex;
    }

    /** Where a line from the vertex to a layer leaves the layer before it; lines from one vertex run together as long as they can. */
    private Vertex last(Vertex source, int layer) {
        Vertex at = source;
        while (at.layer < layer - 1) {
            Vertex next = at.targets.stream().filter(target -> target.box == null).findFirst().orElse(null);
            if (next == null) {
                next = add(new Vertex(null, at.layer + 1));
                at.join(next);
            }
            at = next;
        }
        return at;
    }

    /** Orders each layer by where its neighbours are, back and forth, and keeps the order with the fewest crossings. */
    private void order() {
        List<List<Vertex>> best = copy();
        int fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean forth = sweep % 2 == 0;
            for (int k = 1; k < layers.size(); k++) {
                int layer = forth ? k : layers.size() - 1 - k;
                Map<Vertex, Integer> places = places(layers.get(forth ? layer - 1 : layer + 1));
                Map<Vertex, Double> means = new HashMap<>();
                for (Vertex vertex : layers.get(layer)) {
                    List<Vertex> neighbours = forth ? vertex.sources : vertex.targets;
                    means.put(vertex, neighbours.stream().mapToInt(places::get).average().orElse(layers.get(layer).indexOf(vertex)));
                }
                layers.get(layer).sort(Comparator.comparingDouble(means::get));
            }
            int crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        for (int k = 0; k < best.size(); k++) {
            layers.set(k, best.get(k));
            Map<Vertex, Integer> places = places(k == 0 ? List.of() : best.get(k - 1));
            best.get(k).forEach(vertex -> vertex.sources.sort(Comparator.comparingInt(places::get)));
        }
    }

    private List<List<Vertex>> copy() {
        List<List<Vertex>> copy = new ArrayList<>();
        layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }

    private static Map<Vertex, Integer> places(List<Vertex> layer) {
        Map<Vertex, Integer> places = new HashMap<>();
        layer.forEach(vertex -> places.put(vertex, places.size()));
        return places;
    }

    private int crossings() {
        int crossings = 0;
        for (int k = 1; k < layers.size(); k++) {
            Map<Vertex, Integer> places = places(layers.get(k - 1));
            List<Integer> ends = new ArrayList<>();
            for (Vertex vertex : layers.get(k)) {
                List<Integer> sources = vertex.sources.stream().map(places::get).sorted().toList();
                for (int source : sources) {
                    crossings += (int) ends.stream().filter(end -> end > source).count();
                }
                ends.addAll(sources);
            }
        }
        return crossings;
    }

    /** From left to right, each from top to bottom. */
    List<List<Vertex>> all() {
        return layers;
    }

    /** Those of the boxes, in their order. */
    List<Vertex> vertices() {
        return vertices;
    }
}
