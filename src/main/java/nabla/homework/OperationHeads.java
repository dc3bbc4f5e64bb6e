package nabla.homework;

import java.util.ArrayList;
import java.util.List;
import nabla.syntax.Statement;
import nabla.syntax.Statement.Parameter;
import nabla.tensor.Shape;

/**
 * The head of an operation that was handed in beside that of the problem. What the problem declares counts: a learner may call the
 * arguments otherwise, but not say that they are less general.
 */
record OperationHeads(Statement.Operation declared, Statement.Operation given) {

    /** The operation as it is tried: a declaration that leaves out shapes of the problem's says nothing. */
    Statement.Operation tried(List<Shape> shapes) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Parameter own = given.parameters().get(i);
            boolean fits = own.space() != null && fits(own.space(), shapes.get(i));
            parameters.add(fits ? own : new Parameter(own.span(), own.name(), null));
        }
        return new Statement.Operation(given.span(), given.nameSpan(), given.name(), List.copyOf(parameters), given.lines(), given.outputs());
    }

    private static boolean fits(Statement.Space space, Shape shape) {
        boolean fits = space.sizes().size() == shape.dimensions();
        for (int d = 0; fits && d < shape.dimensions(); d++) {
            fits = fits(space.sizes().get(d), shape.size(d));
        }
        return fits;
    }

    private static boolean fits(Statement.Size size, int actual) {
        return size.number() < 0 || size.number() == actual;
    }

    /** Whether the problem declares more than one shape where the learner does not, or values that the learner leaves out. */
    boolean isRestricted(List<Shape> shapes) {
        boolean restricted = false;
        for (int i = 0; i < shapes.size(); i++) {
            Statement.Space own = given.parameters().get(i).space();
            Statement.Space problems = declared.parameters().get(i).space();
            restricted |= own != null && (!own.kind().equals(problems == null ? Statement.Kind.REAL : problems.kind())
                    || (own.from() != null) && (problems == null || problems.from() == null)
                    || !fits(own, shapes.get(i)));
        }
        return restricted;
    }
}
