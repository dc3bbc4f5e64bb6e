package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.matrix.Shape;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Statement;
import nabla.translate.Model.Leaf;

/** An operation handed in beside the one that the problem asks for. */
record OperationMatch(Problem problem, Asked asked, Statement.Operation operation, SourceText source) {

    Stated stated() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Operations own = new Operations(Map.of(operation.name(), operation), source, diagnostics, problem.model().seed(),
                Sheets.OF_SUBMISSION, false);
        Handwork expected = problem.model().handwork().stream().filter(h -> h.name().equals(operation.name())).findFirst().orElse(null);
        try {
            HandedIn handedIn = expected == null ? alone(own, diagnostics) : beside(own, expected);
            return new Stated(asked, source, operation.span(), null, null, List.of(), false, handedIn, null);
        } catch (Fault fault) {
            return fault.isShape() && expected != null ? misfit(fault.diagnostic())
                    : Stated.unreadable(asked, source, operation.span(), fault.diagnostic());
        } catch (ShapeMismatch mismatch) {
            return misfit(Diagnostic.error(operation.nameSpan(), mismatch.getMessage(), mismatch.hint()));
        }
    }

    /** One that cannot be what was asked for, because its shapes are others. */
    private Stated misfit(Diagnostic why) {
        return new Stated(asked, source, operation.span(), null, null, List.of(), false, new HandedIn(null, why, List.of()), null);
    }

    private HandedIn alone(Operations own, List<Diagnostic> diagnostics) {
        List<Handwork> handwork = own.check();
        if (handwork.isEmpty()) {
            throw Fault.at(operation.nameSpan(), diagnostics.isEmpty() ? "the operation cannot be read" : diagnostics.get(0).message(),
                    diagnostics.isEmpty() ? null : diagnostics.get(0).hint());
        }
        return new HandedIn(handwork.get(0), null, List.of());
    }

    private HandedIn beside(Operations own, Handwork expected) {
        List<Handwork.Trial> trials = new ArrayList<>();
        List<HandedIn.Forward> forwards = new ArrayList<>();
        for (Handwork.Trial trial : expected.trials()) {
            Apply use = (Apply) trial.model().output();
            List<Node> arguments = use.arguments();
            List<Shape> shapes = arguments.stream().map(Node::shape).toList();
            if (arguments.size() != operation.parameters().size()) {
                throw Fault.at(operation.nameSpan(), operation.name() + " takes " + arguments.size() + " arguments in the problem, and here "
                        + operation.parameters().size(), "it is " + operation.name() + parameters(trial.model().leaves()));
            }
            Node given = own.function(operation.name()).call(null, arguments);
            trials.add(own.trial(operation, shapes));
            forwards.add(new HandedIn.Forward(trial.model(), use, given));
        }
        return new HandedIn(new Handwork(operation.name(), operation.nameSpan(), trials), null, forwards);
    }

    private static String parameters(List<Leaf> leaves) {
        return leaves.subList(0, leaves.size() - 1).stream().map(leaf -> leaf.node().name()).toList().toString().replace('[', '(').replace(']', ')');
    }
}
