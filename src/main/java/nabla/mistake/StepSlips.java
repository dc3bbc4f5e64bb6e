package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.graph.Topology;
import nabla.op.Substitution;

/** A value of the step before or after, in every step of a {@code for} block: {@code h{t}} where {@code h{t-1}} belongs. */
record StepSlips(Backprop pass, Node target, Naming naming, Drafts drafts) {

    /** Where values of steps are used in the same way. */
    private record Use(Op op, int argument, String base) { }

    void slips() {
        drafts.at(1);
        Set<Node> forward = Set.copyOf(pass.order());
        List<Apply> written = naming.steps().isEmpty() ? List.of() : Topology.order(List.of(drafts.answer())).stream()
                .filter(Apply.class::isInstance).map(Apply.class::cast).filter(use -> !forward.contains(use)).toList();
        Map<String, Node> named = new HashMap<>();
        pass.order().stream().filter(node -> node.name() != null).forEach(node -> named.put(node.name(), node));
        Map<Use, List<Apply>> uses = new LinkedHashMap<>();
        for (Apply use : written) {
            for (int k = 0; k < use.arguments().size(); k++) {
                Node value = use.argument(k);
                if (value.name() != null && named.get(value.name()) == value && number(value.name()) >= 0) {
                    uses.computeIfAbsent(new Use(use.op(), k, base(value.name())), key -> new ArrayList<>()).add(use);
                }
            }
        }
        uses.forEach((use, all) -> {
            for (int by = -1; by <= 1 && all.size() > 1; by += 2) {
                shifted(use, all, by, named);
            }
        });
    }

    private void shifted(Use use, List<Apply> all, int by, Map<String, Node> named) {
        Substitution substitution = new Substitution();
        String message = null;
        for (Apply each : all) {
            String name = each.argument(use.argument()).name();
            Node other = named.get(use.base() + (number(name) + by));
            if (other == null || !other.shape().equals(each.argument(use.argument()).shape())) {
                return;
            }
            List<Node> arguments = new ArrayList<>(each.arguments());
            arguments.set(use.argument(), other);
            substitution.put(each, new Apply(null, each.op(), arguments));
            message = message == null ? other.name() + " belongs where " + name + " stands, and so in every step" : message;
        }
        try {
            drafts.add(Codes.of(ACTIVATION_AT), message, pass.gradient(target), substitution.of(drafts.answer()));
        } catch (ShapeMismatch e) {
            // What comes after it does not take it: nobody meant that.
        }
    }

    /** The number at the end of the name of a step; −1 for none. */
    private static int number(String name) {
        String digits = name.substring(base(name).length());
        return digits.isEmpty() || digits.length() > 9 ? -1 : Integer.parseInt(digits);
    }

    private static String base(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }
}
