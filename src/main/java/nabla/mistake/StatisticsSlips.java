package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.op.Substitution;

/** The mean and the variance of a normalisation taken as constants, all of them. */
record StatisticsSlips(Backprop pass, Node target, Naming naming) {

    void slips(Drafts drafts) {
        Map<Apply, Input> statistics = new LinkedHashMap<>();
        for (Edge edge : Edge.of(pass, List.of(target))) {
            if (PathSlips.isStatistic(edge)) {
                statistics.computeIfAbsent(edge.use(), use -> new Input("s", use.shape()));
            }
        }
        if (statistics.size() > 1 && !statistics.containsKey(target)) {
            Substitution frozen = new Substitution();
            Substitution back = new Substitution();
            statistics.forEach((use, constant) -> {
                frozen.put(use, constant);
                back.put(constant, use);
            });
            Node from = frozen.of(pass.root());
            Node by = frozen.of(target);
            boolean left = Topology.order(List.of(from)).contains(by);
            Node gradient = left ? back.of(new Backprop(from, pass.seed()).gradient(by)) : null;
            String names = statistics.keySet().stream().limit(2).map(naming::of).collect(Collectors.joining(" and "));
            drafts.add(Codes.of(NORM_PATH, LOST_PATH), names + " are taken for constants, but they depend on " + naming.of(target) + " too", gradient);
        }
    }
}
