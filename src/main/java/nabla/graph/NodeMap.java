package nabla.graph;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Something for each of many nodes, by identity, in the order in which they came. Nothing is taken out. */
public final class NodeMap<V> extends AbstractMap<Node, V> {

    private final Places places = new Places();
    private final List<Node> nodes = new ArrayList<>();
    private final List<V> values = new ArrayList<>();

    @Override
    public V get(Object node) {
        int place = places.of((Node) node);
        return place < 0 ? null : values.get(place);
    }

    @Override
    public boolean containsKey(Object node) {
        return places.contains((Node) node);
    }

    @Override
    public V put(Node node, V value) {
        if (places.add(node, values.size())) {
            nodes.add(node);
            values.add(value);
            return null;
        }
        return values.set(places.of(node), value);
    }

    @Override
    public V putIfAbsent(Node node, V value) {
        return containsKey(node) ? get(node) : put(node, value);
    }

    @Override
    public Set<Map.Entry<Node, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<Node, V>> iterator() {
                return IntStream.range(0, nodes.size()).mapToObj(k -> Map.entry(nodes.get(k), values.get(k))).iterator();
            }

            @Override
            public int size() {
                return nodes.size();
            }
        };
    }
}
