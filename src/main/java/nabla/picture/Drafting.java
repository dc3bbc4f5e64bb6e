package nabla.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.formula.Formula;
import nabla.formula.FormulaChange;
import nabla.formula.TextFormula;
import nabla.report.NodeReport;

/** Makes figures of nodes. */
record Drafting(String by, Set<String> guilty) {

    private static final int LONGEST = 60;

    /** The figure of a group, whose last node speaks for it. */
    Figure figure(String name, List<NodeReport> group) {
        NodeReport head = group.get(group.size() - 1);
        boolean layer = !head.name().equals(name);
        Part part = layer ? Part.GROUP : Part.of(head);
        VerdictMark mark = mark(group);
        Figure.Numbers numbers = new Figure.Numbers(EntryText.brief(head.value()), EntryText.brief(head.gradient()));
        return new Figure(name, part, layer ? null : formula(group), numbers, details(group), mark,
                mark == VerdictMark.WRONG ? note(group) : "", group.stream().map(NodeReport::name).toList());
    }

    /** Written down to the nodes outside of the group, where that is short; of a layer its activation. */
    private static Formula formula(List<NodeReport> group) {
        NodeReport head = group.get(group.size() - 1);
        Map<String, Formula> inside = new HashMap<>();
        group.subList(0, group.size() - 1).stream().filter(node -> node.expression() != null).forEach(node -> inside.put(node.name(), node.expression()));
        int[] budget = {LONGEST};
        Formula written = head.expression() == null ? null : written(head.expression(), inside, budget);
        return budget[0] < 0 ? head.expression() : written;
    }

    /** Stops at a budget: parts that are used often would be written as often. */
    private static Formula written(Formula formula, Map<String, Formula> inside, int[] budget) {
        if (budget[0]-- < 0) {
            return formula;
        }
        Formula known = formula instanceof Formula.Name name ? inside.get(name.name()) : null;
        return known != null ? written(known, inside, budget) : FormulaChange.of(formula, part -> written(part, inside, budget));
    }

    private VerdictMark mark(List<NodeReport> group) {
        VerdictMark worst = VerdictMark.NONE;
        for (NodeReport node : group) {
            VerdictMark mark = guilty.contains(node.name()) ? VerdictMark.GUILTY : VerdictMark.of(node.verdict());
            worst = mark.compareTo(worst) > 0 ? mark : worst;
        }
        return worst;
    }

    private static String note(List<NodeReport> group) {
        return group.stream().filter(node -> node.verification().fault() != null).map(node -> node.verification().fault().message()).findFirst().orElse("the gradient is wrong");
    }

    private List<String> details(List<NodeReport> group) {
        List<String> lines = new ArrayList<>();
        for (NodeReport node : group) {
            lines.addAll(EntryText.lines(node.name() + (node.expression() == null ? "" : " = " + TextFormula.text(node.expression())), node.value()));
            boolean number = node.formula() == null || node.formula() instanceof Formula.Number;
            lines.addAll(EntryText.lines(by + node.name() + (number ? "" : " = " + TextFormula.text(node.formula().body())), node.gradient()));
            if (!number) {
                node.formula().definitions().forEach(name -> lines.add("  where " + name.name() + " = " + TextFormula.text(name.value())));
            }
        }
        return lines;
    }
}
