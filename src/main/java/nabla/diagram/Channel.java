package nabla.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The space between two layers: lines from one vertex share a vertical track where they change rows. */
final class Channel {

    private final Map<Vertex, Integer> tracks = new HashMap<>();
    private final List<List<Vertex>> taken = new ArrayList<>();

    Channel(List<Vertex> layer) {
        List<Vertex> turning = new ArrayList<>(layer.stream().filter(Channel::turns).toList());
        turning.sort(Comparator.comparingInt(source -> -lowest(source)));
        while (!turning.isEmpty()) {
            Vertex next = turning.stream().filter(source -> isFree(source, turning)).findFirst().orElse(turning.get(0));
            turning.remove(next);
            assign(next);
        }
    }

    private static boolean turns(Vertex source) {
        return source.targets.stream().anyMatch(target -> target.port(source) != source.row);
    }

    /** A line that ends in the row in which another begins turns to the right of it. */
    private static boolean isFree(Vertex source, List<Vertex> turning) {
        return turning.stream().noneMatch(other -> other != source
                && source.targets.stream().anyMatch(target -> target.port(source) == other.row));
    }

    private void assign(Vertex source) {
        int least = 0;
        for (Vertex other : tracks.keySet()) {
            if (source.targets.stream().anyMatch(target -> target.port(source) == other.row)) {
                least = Math.max(least, tracks.get(other) + 1);
            }
        }
        int track = least;
        while (track < taken.size() && taken.get(track).stream().anyMatch(other -> overlap(source, other))) {
            track++;
        }
        while (taken.size() <= track) {
            taken.add(new ArrayList<>());
        }
        taken.get(track).add(source);
        tracks.put(source, track);
    }

    private static boolean overlap(Vertex a, Vertex b) {
        return highest(a) <= lowest(b) && highest(b) <= lowest(a);
    }

    static int highest(Vertex source) {
        return IntStream.concat(IntStream.of(source.row), source.targets.stream().mapToInt(target -> target.port(source))).min().getAsInt();
    }

    static int lowest(Vertex source) {
        return IntStream.concat(IntStream.of(source.row), source.targets.stream().mapToInt(target -> target.port(source))).max().getAsInt();
    }

    /** The track of a vertex, counted from the left; −1 if its lines are straight. */
    int track(Vertex source) {
        return tracks.getOrDefault(source, -1);
    }

    /** How many columns it takes. */
    int width() {
        return 2 * taken.size() + 2 + (taken.isEmpty() ? 1 : 0);
    }
}
