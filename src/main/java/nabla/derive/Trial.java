package nabla.derive;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.check.CheckPrecision;
import nabla.check.Checker;
import nabla.check.KnownFacts;
import nabla.check.NodeResult;
import nabla.check.VerifiedGraph;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.model.Domain;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.op.Algebra;
import nabla.op.Meanings;
import nabla.op.Sum;
import nabla.report.Derivation.Proof;
import nabla.simplify.Equality;
import nabla.simplify.Facts;
import nabla.verdict.Verdict;

/** Verifies a gradient: its simplified formula by proof, its values by differences. */
record Trial(Model model) {

    private static final CheckPrecision PRECISION = new CheckPrecision(1e-6, 100);

    /** The verdict on a subject, whose gradient was brought into the form {@code shortest}. */
    Proof of(Subject subject, Node shortest, Node seed, DerivedNumbers numbers) {
        Facts facts = KnownFacts.of(model);
        boolean proved = shortest == subject.adjoint()
                || Equality.of(subject.adjoint(), shortest, facts) == Equality.Verdict.PROVED;
        VerifiedGraph checked = Checker.ofLeaves(trial(subject, seed, numbers), PRECISION).run();
        NodeResult result = checked.results().get(subject.leaf());
        if (result == null || result.worst() == null) {
            return new Proof(proved, new Verdict.Unchecked("no entry was looked at"), null, Double.NaN, checked.points().size(), 0);
        }
        return new Proof(proved, result.worst().verdict(), result.estimate(), result.error(), checked.points().size(), result.checked());
    }

    /** The model with the subject as its output, and no other variable. */
    private Model trial(Subject subject, Node seed, DerivedNumbers numbers) {
        List<Leaf> leaves = new ArrayList<>();
        Map<Input, Leaf> known = new IdentityHashMap<>();
        model.leaves().forEach(leaf -> known.put(leaf.node(), leaf));
        for (Leaf leaf : numbers.leaves()) {
            leaves.add(new Leaf(leaf.node(), leaf.node() != subject.leaf(), leaf.value(), leaf.domain()));
        }
        if (!known.containsKey(subject.leaf())) {
            leaves.add(new Leaf(subject.leaf(), false, numbers.value(subject.leaf()), Domain.ANY));
        }
        Node root = subject.root();
        Input upstream = seed == Algebra.ONE ? null : (Input) seed;
        if (upstream != null) {
            leaves.add(new Leaf(upstream, true, null, Domain.ANY));
            root = new Apply(new Sum(-1), new Apply(Meanings.of(Meaning.PRODUCT), upstream, root));
        }
        return Model.of(new Model.Ending(subject.root(), upstream, root), List.of(), leaves, model.seed());
    }
}
