package nabla.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The space between two layers: lines from one vertex share a vertical track where they change rows. */
final class Channel {

    /** The parts of the line of each vertex that changes rows, from left to right. */
    private final Map<Vertex, List<Net>> nets = new HashMap<>();
    private final Map<Net, Integer> tracks = new HashMap<>();
    private final List<List<Net>> taken = new ArrayList<>();
    /** Rows in which a line begins or ends. */
    private final Set<Integer> busy = new HashSet<>();

    Channel(List<Vertex> layer) {
        List<Net> waiting = new ArrayList<>();
        Map<Net, Vertex> sources = new HashMap<>();
        for (Vertex source : layer) {
            List<Integer> ports = source.targets.stream().map(target -> target.port(source)).distinct().toList();
            busy.add(source.row);
            busy.addAll(ports);
            if (ports.stream().anyMatch(port -> port != source.row)) {
                Net net = new Net(source.row, ports, true, null);
                waiting.add(net);
                sources.put(net, source);
                nets.put(source, new ArrayList<>(List.of(net)));
            }
        }
        waiting.sort(Comparator.comparingInt(net -> -net.lowest()));
        while (!waiting.isEmpty()) {
            Net next = waiting.stream().filter(net -> waiting.stream().noneMatch(net::endsWhereBegins)).findFirst().orElse(null);
            if (next == null) {
                next = split(waiting, sources);
            }
            waiting.remove(next);
            assign(next);
        }
    }

    /** Lines that end where each other begin: one of them turns twice, on either side of the others, by way of a row that is free. */
    private Net split(List<Net> waiting, Map<Net, Vertex> sources) {
        Net whole = waiting.remove(0);
        int free = whole.row();
        for (int k = 1; busy.contains(free) || free < 0; k++) {
            free = whole.row() + (k % 2 == 0 ? -k / 2 : k / 2 + 1);
        }
        busy.add(free);
        Net first = new Net(whole.row(), List.of(free), false, null);
        Net second = new Net(free, whole.rows(), true, first);
        nets.put(sources.get(whole), List.of(first, second));
        waiting.add(0, second);
        return first;
    }

    private void assign(Net net) {
        int least = net.first() == null ? 0 : tracks.get(net.first()) + 1;
        for (Map.Entry<Net, Integer> other : tracks.entrySet()) {
            if (net.endsWhereBegins(other.getKey())) {
                least = Math.max(least, other.getValue() + 1);
            }
        }
        int track = least;
        while (track < taken.size() && taken.get(track).stream().anyMatch(net::overlaps)) {
            track++;
        }
        while (taken.size() <= track) {
            taken.add(new ArrayList<>());
        }
        taken.get(track).add(net);
        tracks.put(net, track);
    }

    /** The parts of its line, from left to right; none if the line is straight. */
    List<Net> nets(Vertex source) {
        return nets.getOrDefault(source, List.of());
    }

    /** The track of a line, counted from the left. */
    int track(Net net) {
        return tracks.get(net);
    }

    /** The lowest row in which a line turns. */
    int lowest() {
        return tracks.keySet().stream().mapToInt(Net::lowest).max().orElse(0);
    }

    /** How many columns it takes. */
    int width() {
        return 2 * taken.size() + 2 + (taken.isEmpty() ? 1 : 0);
    }
}
