package nabla.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.claim.ClaimJudge;
import nabla.claim.ClaimResult;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Claim;
import nabla.model.Domain;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.point.Points;
import nabla.report.Digits;
import nabla.report.TextGrid;
import nabla.verdict.Judgement;

/**
 * What a wrong formula supposes to be constant: {@code n = 4} without {@code const} is an input like any other, and {@code 2/4*x} is
 * wrong where it has another value. The claim is tried again with the leaves held that nobody differentiates by, numbers first, then
 * tables of indices: whole numbers that are no square matrix, in which a forgotten transpose could hide.
 *
 * @param claimed what a derivative is claimed or asked by: that varies
 */
public record Constancy(Model model, Points points, Collection<? extends Node> claimed) {

    private static final int VALUE = 40;

    public static Constancy of(Model model, Points points) {
        return new Constancy(model, points, model.claims().stream().map(Claim::by).toList());
    }

    /** Where the claim is right after all, in words; null if holding nothing makes it so. */
    public String of(ClaimResult result) {
        return of(result, Set.of());
    }

    /** The same with some inputs that are not held: what an answer is written with is no constant to whoever wrote it. */
    public String of(ClaimResult result, Set<String> varying) {
        Claim claim = result.claim();
        boolean formula = result.judgement() == Judgement.WRONG && claim.kind() == Claim.Kind.FORMULA && claim.problem() == null;
        if (!formula || new ClaimJudge(model, points).judge(claim, points.text()).judgement() != Judgement.RIGHT) {
            return null;
        }
        Set<Node> used = new LinkedHashSet<>(Topology.order(List.of(claim.truth(), claim.answer())));
        List<Leaf> free = model.leaves().stream().filter(leaf -> used.contains(leaf.node()) && isFree(leaf) && leaf.node() != claim.by()
                && !varying.contains(leaf.node().name())).toList();
        List<Leaf> numbers = free.stream().filter(leaf -> leaf.node().shape().isScalar()).toList();
        List<Leaf> held = needed(claim, numbers);
        return words(held.isEmpty() ? needed(claim, free.stream().filter(leaf -> numbers.contains(leaf) || isIndex(leaf)).toList()) : held);
    }

    private boolean isFree(Leaf leaf) {
        return leaf.value() != null && !leaf.domain().isFixed() && claimed.stream().noneMatch(by -> by == leaf.node());
    }

    private static boolean isIndex(Leaf leaf) {
        boolean square = leaf.value().rows() == leaf.value().columns();
        return !square && Arrays.stream(leaf.value().data()).allMatch(entry -> entry >= 0 && entry == Math.rint(entry));
    }

    /** Those of some leaves that have to be held for the claim to be right: one if one is enough; none if all of them are not. */
    private List<Leaf> needed(Claim claim, List<Leaf> leaves) {
        if (leaves.isEmpty() || !isRightWith(claim, leaves)) {
            return List.of();
        }
        for (Leaf leaf : leaves) {
            if (leaves.size() > 1 && isRightWith(claim, List.of(leaf))) {
                return List.of(leaf);
            }
        }
        List<Leaf> needed = new ArrayList<>(leaves);
        for (Leaf leaf : leaves) {
            List<Leaf> others = needed.stream().filter(other -> other != leaf).toList();
            if (!others.isEmpty() && isRightWith(claim, others)) {
                needed = others;
            }
        }
        return needed;
    }

    private boolean isRightWith(Claim claim, List<Leaf> held) {
        List<Leaf> leaves = model.leaves().stream().map(leaf -> held.contains(leaf)
                ? new Leaf(leaf.node(), leaf.constant(), leaf.value(), new Domain.FixedValue()) : leaf).toList();
        Model fixed = model.with(leaves);
        return new ClaimJudge(fixed, new Points(fixed, points.text())).judge(claim).judgement() == Judgement.RIGHT;
    }

    private String words(List<Leaf> held) {
        if (held.isEmpty()) {
            return null;
        }
        String written = held.stream().map(Constancy::written).collect(Collectors.joining(", "));
        String constants = held.stream().map(leaf -> "const " + written(leaf)).collect(Collectors.joining("; "));
        String names = held.stream().map(leaf -> leaf.node().name()).collect(Collectors.joining(", "));
        String roles = held.stream().map(this::role).filter(role -> role != null).collect(Collectors.joining(", "));
        return "right at " + written + ": write " + constants + " if " + names + (held.size() == 1 ? " never changes" : " never change")
                + (roles.isEmpty() ? "" : " (here " + roles + ")");
    }

    private static String written(Leaf leaf) {
        String value = TextGrid.entries(leaf.value(), VALUE, Digits.FULL);
        return leaf.node().name() + " = " + (value == null ? "…" : value);
    }

    /** What a leaf is used as, if that is what constants are used as. */
    private String role(Leaf leaf) {
        Set<String> roles = new LinkedHashSet<>();
        List<Node> order = model.root() == null ? List.of() : Topology.order(List.of(model.root()));
        for (Node node : order) {
            if (node instanceof Apply use && use.arguments().contains(leaf.node())) {
                boolean second = use.arguments().size() == 2 && use.arguments().get(1) == leaf.node();
                boolean rooted = use.op().meaning() == Meaning.SUM && order.stream().anyMatch(outer -> outer instanceof Apply root && root.op().meaning() == Meaning.ROOT
                        && root.arguments().get(0) == use);
                roles.add(second && use.op().meaning() == Meaning.QUOTIENT ? "a divisor" : second && use.op().meaning() == Meaning.POWER ? "an exponent"
                        : rooted ? "added under a root" : "");
            }
        }
        roles.remove("");
        return roles.isEmpty() ? null : leaf.node().name() + " is " + String.join(" and ", roles);
    }
}
