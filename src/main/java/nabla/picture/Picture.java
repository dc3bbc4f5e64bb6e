package nabla.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Role;
import nabla.report.Report;
import nabla.report.RuleReport;

/**
 * What is drawn of a report: a figure for each node that the output depends on, arguments before their uses, and an arrow for each use.
 *
 * @param title  the name of the text and its output
 * @param by     what stands in front of the name of a figure to say its gradient: {@code dz/d} in {@code dz/dx}
 * @param folded whether some figures stand for several nodes
 */
public record Picture(String title, String by, List<Figure> figures, List<Arrow> arrows, boolean folded) {

    /** More nodes than this are folded where that is not forbidden. */
    public static final int MOST = 40;

    /** The picture of a report. */
    public static Picture of(Report report, boolean unfold) {
        List<NodeReport> nodes = drawn(report);
        GraphFolding folding = unfold || nodes.size() <= MOST ? GraphFolding.none(nodes) : GraphFolding.of(nodes);
        Map<String, Integer> places = new HashMap<>();
        List<Figure> figures = new ArrayList<>();
        boolean scalar = report.value() == null || report.value().shape().isScalar();
        String by = scalar ? "d" + report.output() + "/d" : "d";
        Drafting drafting = new Drafting(by, guilty(report, nodes));
        for (Map.Entry<String, List<NodeReport>> group : folding.groups().entrySet()) {
            group.getValue().forEach(node -> places.put(node.name(), figures.size()));
            figures.add(drafting.figure(group.getKey(), group.getValue()));
        }
        List<Arrow> arrows = arrows(nodes, places);
        return new Picture(report.source().name() + ": " + report.output(), by, figures, arrows, figures.size() < nodes.size());
    }

    /** What the output depends on, and itself, in topological order. */
    private static List<NodeReport> drawn(Report report) {
        Map<String, NodeReport> named = new LinkedHashMap<>();
        report.nodes().forEach(node -> named.put(node.name(), node));
        Set<String> needed = new LinkedHashSet<>();
        List<NodeReport> reversed = new ArrayList<>(report.nodes());
        Collections.reverse(reversed);
        for (NodeReport node : reversed) {
            if (node.role() == Role.OUTPUT || needed.contains(node.name())) {
                needed.add(node.name());
                needed.addAll(node.arguments());
            }
        }
        return named.values().stream().filter(node -> needed.contains(node.name())).toList();
    }

    /** The operations whose backward rule is wrong, by their nodes: also where the rule's shape does not fit, and the gradient came about without it. */
    private static Set<String> guilty(Report report, List<NodeReport> nodes) {
        Set<String> wrongRules = report.rules().stream().filter(RuleReport::isWrong).map(RuleReport::op).collect(Collectors.toSet());
        Set<String> guilty = nodes.stream().filter(node -> wrongRules.contains(node.op())).map(NodeReport::name).collect(Collectors.toCollection(LinkedHashSet::new));
        for (NodeReport wrong : nodes) {
            if (wrong.verification().fault() != null && wrong.verification().fault().op() != null) {
                nodes.stream().filter(node -> wrong.verification().fault().op().equals(node.op()) && node.line() == wrong.verification().fault().line()
                        && node.arguments().contains(wrong.name())).forEach(node -> guilty.add(node.name()));
            }
        }
        return guilty;
    }

    private static List<Arrow> arrows(List<NodeReport> nodes, Map<String, Integer> places) {
        Map<List<Integer>, Set<String>> locals = new LinkedHashMap<>();
        Map<List<Integer>, Set<String>> called = new HashMap<>();
        Map<String, NodeReport> named = nodes.stream().collect(Collectors.toMap(NodeReport::name, node -> node));
        for (NodeReport node : nodes) {
            for (String argument : node.arguments()) {
                if (places.containsKey(argument) && !places.get(argument).equals(places.get(node.name()))) {
                    List<Integer> ends = List.of(places.get(argument), places.get(node.name()));
                    Set<String> texts = locals.computeIfAbsent(ends, pair -> new LinkedHashSet<>());
                    Set<String> names = called.computeIfAbsent(ends, pair -> new LinkedHashSet<>());
                    named.get(argument).contributions().stream().filter(use -> use.via().equals(node.name())).forEach(use -> {
                        texts.add(local(use.local()));
                        names.add(use.written() == null ? local(use.local()) : use.name());
                    });
                }
            }
        }
        List<Arrow> arrows = new ArrayList<>();
        locals.forEach((ends, texts) -> arrows.add(new Arrow(ends.get(0), ends.get(1), String.join(" + ", texts), String.join(" + ", called.get(ends)))));
        return arrows;
    }

    private static String local(Formula local) {
        return local == null ? "1" : TextFormula.text(local);
    }
}
