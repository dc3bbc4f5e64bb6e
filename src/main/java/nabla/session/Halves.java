package nabla.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.check.PointSampler;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.translate.Model;
import nabla.translate.Model.Claim;

/** The part of the domain on which a wrong formula is right: where one value in the graph is positive, or where it is not. */
record Halves(Model model, Names names) {

    private static final int POINTS = 24;
    private static final int FEWEST = 3;
    private static final int MOST_NODES = 200;
    private static final double SAME = 1e-9;

    /** For example "right where z > 0 only"; null where a formula is wrong everywhere, or on no such part. */
    String of(Claim claim) {
        List<Node> order = Topology.order(List.of(claim.truth(), claim.answer()));
        if (order.size() > MOST_NODES || !claim.truth().shape().equals(claim.answer().shape())) {
            return null;
        }
        List<Node> signs = order.stream().filter(node -> !(node instanceof Constant) && name(node) != null
                && (node.shape().isScalar() || node.shape().equals(claim.truth().shape()))).toList();
        PointSampler sampler = new PointSampler(model.leaves(), List.of(claim.truth(), claim.answer()));
        List<Values> values = new ArrayList<>();
        Tape tape = new Tape(order);
        for (int i = 0; i < POINTS; i++) {
            Map<Input, Matrix> point = sampler.another(model.seed() * 47 + i).point();
            values.add(Values.at(tape, point));
        }
        for (Node node : signs) {
            int positive = side(claim, node, values, true);
            int negative = side(claim, node, values, false);
            if (positive >= FEWEST && negative < 0) {
                return "right where " + name(node) + " > 0 only";
            } else if (negative >= FEWEST && positive < 0) {
                return "right where " + name(node) + " <= 0 only";
            }
        }
        return null;
    }

    private String name(Node node) {
        return node instanceof Apply ? names.of(node) : node.name();
    }

    /** How many entries lie on one side of 0 and are right: 0 if some are and some are not, negative if none is. */
    private static int side(Claim claim, Node node, List<Values> values, boolean positive) {
        int right = 0;
        int wrong = 0;
        for (Values at : values) {
            Matrix truth = at.of(claim.truth());
            Matrix sign = at.of(node);
            for (int k = 0; k < truth.count(); k++) {
                double value = sign.at(sign.shape().isScalar() ? 0 : k);
                if (value > 0 == positive && Double.isFinite(truth.at(k))) {
                    boolean same = Math.abs(truth.at(k) - at.of(claim.answer()).at(k)) <= SAME * Math.max(1e-3, Math.abs(truth.at(k)));
                    right += same ? 1 : 0;
                    wrong += same ? 0 : 1;
                }
            }
        }
        return right == 0 ? -wrong : wrong == 0 ? right : 0;
    }
}
