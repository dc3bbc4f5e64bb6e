package nabla.diagram;

import java.util.List;
import java.util.stream.Stream;

/**
 * Gives each vertex a row. Layer by layer, back and forth, vertices go where their lines are straight, as far as the order lets them:
 * least squares under a least distance, solved by pooling neighbours that push each other.
 */
final class VertexRows {

    private static final int SWEEPS = 8;

    private VertexRows() { }

    static void place(List<List<Vertex>> layers) {
        for (List<Vertex> layer : layers) {
            double[] wanted = new double[layer.size()];
            settle(layer, wanted);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int k = 0; k < layers.size(); k++) {
                List<Vertex> layer = layers.get(sweep % 2 == 0 ? k : layers.size() - 1 - k);
                boolean last = sweep >= SWEEPS - 2;
                boolean forth = sweep % 2 == 0;
                settle(layer, layer.stream().mapToDouble(vertex -> wanted(vertex, forth || last, !forth || last)).toArray());
            }
        }
        int top = layers.stream().flatMap(List::stream).mapToInt(vertex -> vertex.row - vertex.above()).min().orElse(0);
        layers.forEach(layer -> layer.forEach(vertex -> vertex.row -= top));
    }

    /** The row in which the lines of a vertex are straight, on average. */
    private static double wanted(Vertex vertex, boolean left, boolean right) {
        Stream<Integer> sources = left ? vertex.sources.stream().map(source -> source.row - vertex.sources.indexOf(source)) : Stream.of();
        Stream<Integer> targets = right ? vertex.targets.stream().map(target -> target.port(vertex)) : Stream.of();
        return Stream.concat(sources, targets).mapToInt(row -> row).average().orElse(vertex.row);
    }

    /** Pools of neighbours that stand as close as they may; each is where its members want to be on average. */
    private static void settle(List<Vertex> layer, double[] wanted) {
        int n = layer.size();
        double[] offset = new double[n];
        for (int i = 1; i < n; i++) {
            offset[i] = offset[i - 1] + layer.get(i - 1).below() + layer.get(i).above() + 1;
        }
        double[] mean = new double[n];
        int[] size = new int[n];
        int pools = 0;
        for (int i = 0; i < n; i++) {
            mean[pools] = wanted[i] - offset[i];
            size[pools++] = 1;
            while (pools > 1 && mean[pools - 2] >= mean[pools - 1]) {
                int both = size[pools - 2] + size[pools - 1];
                mean[pools - 2] = (mean[pools - 2] * size[pools - 2] + mean[pools - 1] * size[pools - 1]) / both;
                size[pools - 2] = both;
                pools--;
            }
        }
        int i = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int k = 0; k < size[pool]; k++, i++) {
                layer.get(i).row = (int) Math.round(mean[pool]) + (int) offset[i];
            }
        }
    }
}
