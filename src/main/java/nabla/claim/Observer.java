package nabla.claim;

import java.util.List;
import java.util.Map;
import nabla.forward.Program;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.kink.Singularity;
import nabla.model.Claim;
import nabla.point.Branches;
import nabla.tensor.Tensor;

/**
 * Looks at one claim at points. Where the function has a kink, an equality about one derivative is looked at as what it says of that derivative
 * alone: {@code 2*dz/dx == 2} is right there if {@code dz/dx == 1} is; one about several, by what both sides are close by.
 */
final class Observer {

    private final Claim claim;
    private final Program program;
    private final Map<Apply, List<Guard>> guards;
    private final Observer solved;

    Observer(Claim claim) {
        this.claim = claim;
        this.program = new Program(claim.of() == null ? List.of(claim.truth(), claim.answer()) : List.of(claim.truth(), claim.answer(), claim.of()));
        this.guards = claim.of() == null || claim.by() == null ? null : Branches.guards(List.of(claim.of()));
        this.solved = claim.solved() == null ? null : new Observer(claim.solved());
    }

    /**
     * What the claim is at a point.
     *
     * @param alone whether the text gives this point and no other
     */
    Observation observe(Map<Input, Tensor> point, boolean alone, long seed) {
        Observation seen = new Observation.Look(claim, program, point, seed).observe(guards, alone);
        if (claim.relation() != null) {
            return KinkEquality.of(seen, claim, point, seed);
        } else if (solved == null || Singularity.of(solved.claim.of(), solved.guards, point, seed) == null) {
            return seen;
        }
        Observation derivative = solved.observe(point, alone, seed);
        return derivative.yours().isFinite() ? seen.as(derivative) : seen;
    }
}
