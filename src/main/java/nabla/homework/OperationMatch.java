package nabla.homework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.model.Handwork;
import nabla.model.QuestionTarget;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Statement;
import nabla.tensor.Shape;
import nabla.translate.Fault;
import nabla.translate.Scope;
import nabla.translate.ScriptOperations;
import nabla.translate.Sheets;

/** An operation handed in beside the one that the problem asks for. */
record OperationMatch(Problem problem, QuestionTarget asked, Statement.Operation operation, SourceText source,
        Map<String, Statement.Mapping> functions) {

    SubmittedAnswer stated() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Handwork expected = problem.handwork().stream().filter(h -> h.name().equals(operation.name())).findFirst().orElse(null);
        try {
            SubmittedOperation handedIn = expected == null ? alone(diagnostics) : beside(expected, diagnostics);
            return SubmittedAnswer.operation(asked, source, operation.span(), handedIn);
        } catch (Fault fault) {
            return fault.isShape() && expected != null ? misfit(fault.diagnostic())
                    : SubmittedAnswer.unreadable(asked, source, operation.span(), fault.diagnostic());
        } catch (ShapeMismatch mismatch) {
            return misfit(Fault.of(operation.nameSpan(), mismatch));
        }
    }

    /** One that cannot be what was asked for, because its shapes are others. */
    private SubmittedAnswer misfit(Diagnostic why) {
        return SubmittedAnswer.operation(asked, source, operation.span(), new SubmittedOperation(null, why, List.of(), Set.of(), List.of()));
    }

    private ScriptOperations operations(Statement.Operation one, List<Diagnostic> diagnostics) {
        return new ScriptOperations(Map.of(one.name(), one), source, diagnostics, problem.model().seed(), Sheets.OF_SUBMISSION, false,
                name -> functions.containsKey(name) ? new Scope.WrittenFunction(functions.get(name), source, null) : problem.mapped(name));
    }

    private SubmittedOperation alone(List<Diagnostic> diagnostics) {
        List<Handwork> handwork = operations(operation, diagnostics).check();
        if (handwork.isEmpty()) {
            throw Fault.at(operation.nameSpan(), diagnostics.isEmpty() ? "the operation cannot be read" : diagnostics.get(0).message(),
                    diagnostics.isEmpty() ? null : diagnostics.get(0).hint());
        }
        return new SubmittedOperation(handwork.get(0), null, List.of(), wanted(handwork.get(0).trials().get(0), operation), List.of());
    }

    private SubmittedOperation beside(Handwork expected, List<Diagnostic> diagnostics) {
        Statement.Operation declared = problem.declared().operations().get(expected.name());
        OperationHeads heads = new OperationHeads(declared, operation);
        List<Handwork.Trial> trials = new ArrayList<>();
        List<SubmittedOperation.Forward> forwards = new ArrayList<>();
        boolean restricted = false;
        for (Handwork.Trial trial : expected.trials()) {
            Apply use = (Apply) trial.model().output();
            int arity = operation.parameters().size();
            if (declared.parameters().size() != arity) {
                throw Fault.at(operation.nameSpan(), operation.name() + " takes " + declared.parameters().size()
                        + " arguments in the problem, and here " + arity, "it is " + operation.name() + parameters(declared));
            }
            List<Node> arguments = use.arguments().subList(0, arity);
            List<Shape> shapes = shapes(trial);
            Statement.Operation tried = heads.tried(shapes);
            ScriptOperations own = operations(tried, diagnostics);
            Node given = own.function(tried.name()).call(null, arguments);
            trials.add(own.trial(tried, shapes, declared.parameters()));
            forwards.add(new SubmittedOperation.Forward(trial.model(), use, given));
            restricted |= heads.isRestricted(shapes);
        }
        List<String> remarks = restricted ? List.of("the arguments are those of the problem, " + problem.script().source().slice(
                declared.parameters().get(0).span().to(declared.parameters().get(declared.parameters().size() - 1).span()))
                + ", whatever the head says of them") : List.of();
        return new SubmittedOperation(new Handwork(operation.name(), operation.nameSpan(), trials, meant -> expected.trials().stream().map(trial -> {
            List<Shape> shapes = shapes(trial);
            Statement.Operation tried = heads.tried(shapes);
            return operations(tried, new ArrayList<>()).retold(tried, shapes, declared.parameters(), meant);
        }).toList()), null, forwards, wanted(expected.trials().get(0), operation),
                remarks);
    }

    private List<Shape> shapes(Handwork.Trial trial) {
        Apply use = (Apply) trial.model().output();
        return use.arguments().subList(0, operation.parameters().size()).stream().map(Node::shape).toList();
    }

    /** The rules that are asked for: those of the arguments that are no labels, and of labels where the problem has a rule; by the learner's names. */
    private static Set<String> wanted(Handwork.Trial trial, Statement.Operation named) {
        Set<String> wanted = new LinkedHashSet<>();
        for (int i = 0; i < named.parameters().size(); i++) {
            if (!trial.model().leaves().get(i).constant()) {
                wanted.add("d" + named.parameters().get(i).name());
            }
        }
        return wanted;
    }

    private static String parameters(Statement.Operation declared) {
        return declared.parameters().stream().map(Statement.Parameter::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
