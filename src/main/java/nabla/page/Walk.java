package nabla.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.page.Step.FigureNumber;
import nabla.picture.EntryText;
import nabla.picture.Picture;
import nabla.report.NodeReport.Contribution;
import nabla.report.NodeReport.Role;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.tensor.Tensor;

/** Both passes over a graph, step by step: forward in topological order; backward against it, each use of a node adding a term to its gradient. */
final class Walk {

    private final Picture picture;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Tensor> sums = new HashMap<>();
    private final List<Step> forward = new ArrayList<>();
    private final List<Step> backward = new ArrayList<>();

    Walk(Report report, Picture picture) {
        this.picture = picture;
        for (int k = 0; k < picture.figures().size(); k++) {
            for (String member : picture.figures().get(k).members()) {
                places.put(member, k);
            }
        }
        List<NodeReport> nodes = report.nodes().stream().filter(node -> places.containsKey(node.name())).toList();
        nodes.forEach(this::forward);
        Map<String, List<Use>> byUse = new HashMap<>();
        for (NodeReport node : nodes) {
            for (Contribution term : node.contributions()) {
                byUse.computeIfAbsent(term.via(), via -> new ArrayList<>()).add(new Use(node, term));
            }
        }
        for (int k = nodes.size() - 1; k >= 0; k--) {
            NodeReport node = nodes.get(k);
            if (node.role() == Role.OUTPUT && node.gradient() != null) {
                backward.add(new Step(node, List.of(places.get(node.name())), show(node, node.gradient(), true), null, node.gradient(), 1, 1));
            }
            byUse.getOrDefault(node.name(), List.of()).forEach(use -> backward(use.node(), use.term()));
        }
    }

    private record Use(NodeReport node, Contribution term) { }

    private void forward(NodeReport node) {
        int place = places.get(node.name());
        List<Integer> lit = new ArrayList<>(List.of(place));
        node.arguments().stream().map(places::get).filter(k -> k != null && k != place).distinct().forEach(lit::add);
        forward.add(new Step(node, lit, show(node, node.value(), false), null, null, 0, 0));
    }

    private void backward(NodeReport node, Contribution term) {
        Tensor sum = sums.merge(node.name(), term.term(), (a, b) -> Tensor.of(a.shape(), k -> a.at(k) + b.at(k)));
        int use = uses.merge(node.name(), 1, Integer::sum);
        backward.add(new Step(node, List.of(places.get(term.via()), places.get(node.name())), show(node, sum, true), term, sum, use, node.contributions().size()));
    }

    /** Of several nodes in one figure, the last shows its numbers. */
    private FigureNumber show(NodeReport node, Tensor matrix, boolean gradient) {
        List<String> members = picture.figures().get(places.get(node.name())).members();
        boolean head = members.get(members.size() - 1).equals(node.name());
        return head ? new FigureNumber(places.get(node.name()), gradient, EntryText.brief(matrix)) : null;
    }

    List<Step> forward() {
        return forward;
    }

    List<Step> backward() {
        return backward;
    }
}
