package nabla.diagram;

import java.util.ArrayList;
import java.util.List;
import nabla.source.Display;

/** A graph drawn from left to right: boxes with a text above and below, and lines from each box to those that use it. */
public final class Drawing {

    private static final String ABOVE = "32";
    private static final String BELOW = "33";
    private static final int FRAME = 4;

    private final List<List<Vertex>> layers;
    private final List<Channel> channels = new ArrayList<>();
    private final int[] lefts;
    private final int[] widths;
    private final int width;

    /** Lays the graph out. */
    public Drawing(List<Box> boxes) {
        layers = new Layers(boxes).all();
        VertexRows.place(layers);
        layers.forEach(layer -> channels.add(new Channel(layer)));
        lefts = new int[layers.size()];
        widths = new int[layers.size()];
        int left = 0;
        for (int k = 0; k < lefts.length; k++) {
            lefts[k] = left;
            widths[k] = layers.get(k).stream().mapToInt(Drawing::width).max().orElse(0);
            left += widths[k] + channels.get(k).width();
        }
        width = lefts.length == 0 ? 0 : left - channels.get(lefts.length - 1).width();
    }

    private static int width(Vertex vertex) {
        if (vertex.box == null) {
            return 0;
        }
        return Math.max(frame(vertex), Math.max(Display.width(vertex.box.above()), Display.width(vertex.box.below())));
    }

    private static int frame(Vertex vertex) {
        return FRAME + vertex.box.label().stream().mapToInt(Display::width).max().orElse(0);
    }

    /** How many columns it takes. */
    public int width() {
        return width;
    }

    /** The lines of the drawing. */
    public List<String> lines(boolean colored) {
        int rows = 1 + Math.max(layers.stream().flatMap(List::stream).mapToInt(vertex -> vertex.row + vertex.below()).max().orElse(-1),
                channels.stream().mapToInt(Channel::lowest).max().orElse(-1));
        Canvas canvas = new Canvas(rows, width);
        for (int k = 0; k < layers.size(); k++) {
            for (Vertex vertex : layers.get(k)) {
                int end = vertex.box == null ? lefts[k] : box(vertex, k, canvas);
                lines(vertex, k, end, canvas);
            }
        }
        return canvas.rows(colored);
    }

    /** Draws a box; the column of its right border. */
    private int box(Vertex vertex, int layer, Canvas canvas) {
        int frame = frame(vertex);
        int left = lefts[layer] + (vertex.sources.isEmpty() ? widths[layer] - Math.max(frame, width(vertex)) : 0);
        int right = left + frame - 1;
        canvas.rectangle(vertex.row - 1, left, vertex.row + vertex.height(), right, vertex);
        for (int k = 0; k < vertex.box.label().size(); k++) {
            canvas.text(vertex.row + k, left + 2, vertex.box.label().get(k), null);
        }
        caption(vertex.box.above(), vertex.row - 2, layer, left, frame, ABOVE, canvas);
        caption(vertex.box.below(), vertex.row + vertex.height() + 1, layer, left, frame, BELOW, canvas);
        return right;
    }

    /** In the middle over or under a box, but inside the layer. */
    private void caption(String text, int row, int layer, int left, int frame, String color, Canvas canvas) {
        int free = lefts[layer] + widths[layer] - Display.width(text);
        int middle = left + Math.floorDiv(frame - Display.width(text) + 1, 2);
        canvas.text(row, Math.max(lefts[layer], Math.min(middle, free)), text, color);
    }

    /** Draws the lines of a vertex to the next layer. */
    private void lines(Vertex vertex, int layer, int from, Canvas canvas) {
        List<Net> nets = channels.get(layer).nets(vertex);
        int start = from;
        for (Net net : nets) {
            int turn = lefts[layer] + widths[layer] + 1 + 2 * channels.get(layer).track(net);
            canvas.horizontal(net.row(), start, turn, vertex);
            canvas.vertical(turn, net.highest(), net.lowest(), vertex);
            start = turn;
        }
        for (Vertex target : vertex.targets) {
            int to = lefts[layer + 1] - (target.box == null ? 0 : 1);
            canvas.horizontal(target.port(vertex), start, to, vertex);
            if (target.box != null) {
                canvas.text(target.port(vertex), to, "►", null);
            } else {
                canvas.horizontal(target.port(vertex), to, to + Math.max(0, widths[layer + 1]), target);
            }
        }
    }
}
