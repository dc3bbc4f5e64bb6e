package nabla.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.picture.EntryText;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.openqa.selenium.json.Json;

/** What the figures of a graph have to show after so many steps, worked out from the numbers of the report in JSON alone. */
final class Passed {

    private final List<Map<String, Object>> nodes = new ArrayList<>();
    private final List<Map<String, List<String>>> states = new ArrayList<>();

    /** The value and the gradient at each node, by its name; the first state is before the first step. */
    static List<Map<String, List<String>>> states(Sample sample) throws IOException {
        return new Passed(sample).states;
    }

    @SuppressWarnings("unchecked")
    private Passed(Sample sample) throws IOException {
        Map<String, Object> json = new Json().toType(Files.readString(sample.json()), Map.class);
        nodes.addAll((List<Map<String, Object>>) ((List<Map<String, Object>>) json.get("files")).get(0).get("nodes"));
        leaveOutWhatIsNotNeeded();
        Map<String, List<String>> state = new LinkedHashMap<>();
        nodes.forEach(node -> state.put(name(node), List.of(EntryText.NONE, EntryText.NONE)));
        states.add(Map.copyOf(state));
        for (Map<String, Object> node : nodes) {
            show(state, name(node), EntryText.brief(tensor(node, "value", node.get("shape"))), EntryText.NONE);
        }
        Map<String, Tensor> sums = new LinkedHashMap<>();
        for (int k = nodes.size() - 1; k >= 0; k--) {
            Map<String, Object> use = nodes.get(k);
            if (use.get("role").equals("output")) {
                show(state, name(use), state.get(name(use)).get(0), EntryText.brief(tensor(use, "gradient", use.get("shape"))));
            }
            for (Map<String, Object> node : nodes) {
                for (Map<String, Object> term : (List<Map<String, Object>>) node.getOrDefault("contributions", List.of())) {
                    if (term.get("via").equals(name(use))) {
                        Tensor sum = sums.merge(name(node), tensor(term, "term", node.get("shape")), (a, b) -> Tensor.of(a.shape(), i -> a.at(i) + b.at(i)));
                        show(state, name(node), state.get(name(node)).get(0), EntryText.brief(sum));
                    }
                }
            }
        }
    }

    /** What the output does not depend on is not drawn. */
    private void leaveOutWhatIsNotNeeded() {
        Set<Object> needed = new HashSet<>();
        for (int k = nodes.size() - 1; k >= 0; k--) {
            if (nodes.get(k).get("role").equals("output") || needed.contains(name(nodes.get(k)))) {
                needed.add(name(nodes.get(k)));
                needed.addAll((List<?>) nodes.get(k).getOrDefault("arguments", List.of()));
            }
        }
        nodes.removeIf(node -> !needed.contains(name(node)));
    }

    private void show(Map<String, List<String>> state, String name, String value, String gradient) {
        state.put(name, List.of(value, gradient));
        states.add(Map.copyOf(state));
    }

    private static String name(Map<String, Object> node) {
        return node.get("name").toString();
    }

    private static Tensor tensor(Map<String, Object> of, String field, Object shape) {
        List<?> rows = (List<?>) of.get(field);
        List<?> sizes = (List<?>) shape;
        int columns = ((Number) sizes.get(1)).intValue();
        return Tensor.of(new Shape(((Number) sizes.get(0)).intValue(), columns), k -> ((Number) ((List<?>) rows.get(k / columns)).get(k % columns)).doubleValue());
    }
}
