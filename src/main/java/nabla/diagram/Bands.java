package nabla.diagram;

import java.util.ArrayList;
import java.util.List;

/** A graph too wide for one drawing, as several: what a later one takes from an earlier stands there again, as a name. */
public final class Bands {

    private Bands() { }

    /** The drawings from the first to the last; empty if not even a single step fits. */
    public static List<Drawing> of(List<Box> boxes, int width) {
        List<Drawing> drawings = new ArrayList<>();
        int[] depth = Layers.depths(boxes);
        for (int k = 0; k < depth.length; k++) {
            // A leaf stands in the band in which it is used first.
            depth[k] += boxes.get(k).arguments().isEmpty() ? 1 : 0;
        }
        int deepest = Layers.deepest(depth);
        int from = 1;
        while (from <= deepest) {
            int to = from;
            Drawing fitting = null;
            for (; to <= deepest; to++) {
                Drawing next = new Drawing(part(boxes, depth, from, to));
                if (next.width() > width) {
                    break;
                }
                fitting = next;
            }
            if (fitting == null) {
                return List.of();
            }
            drawings.add(fitting);
            from = to;
        }
        return drawings;
    }

    /** The boxes of some layers, and those before them that they take lines from. */
    private static List<Box> part(List<Box> boxes, int[] depth, int from, int to) {
        List<Box> part = new ArrayList<>();
        int[] place = new int[boxes.size()];
        for (int k = 0; k < place.length; k++) {
            boolean own = depth[k] >= from && depth[k] <= to;
            int at = k;
            boolean used = depth[k] < from && isUsed(boxes, depth, at, from, to);
            if (own || used) {
                place[k] = part.size();
                Box box = boxes.get(k);
                part.add(own ? new Box(box.label(), box.above(), box.below(), box.arguments().stream().map(argument -> place[argument]).toList())
                        : new Box(box.label().subList(0, 1), "", "", List.of()));
            }
        }
        return part;
    }

    private static boolean isUsed(List<Box> boxes, int[] depth, int source, int from, int to) {
        for (int k = 0; k < depth.length; k++) {
            if (depth[k] >= from && depth[k] <= to && boxes.get(k).arguments().contains(source)) {
                return true;
            }
        }
        return false;
    }
}
