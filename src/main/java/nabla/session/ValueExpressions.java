package nabla.session;

import java.util.stream.Stream;
import nabla.network.Definition;
import nabla.network.Perceptron;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/** The expressions that say what a statement means by values: what stands on the left of a definition, and what is only asked, is none. */
final class ValueExpressions implements Statement.Reader<Stream<Expression>> {

    @Override
    public Stream<Expression> equation(Statement.Equation statement) {
        return Stream.of(statement.right());
    }

    @Override
    public Stream<Expression> equality(Statement.Equality statement) {
        return Stream.of(statement.left(), statement.right());
    }

    @Override
    public Stream<Expression> mapping(Statement.Mapping statement) {
        return Stream.of(statement.body());
    }

    @Override
    public Stream<Expression> declaration(Statement.Declaration statement) {
        return Stream.empty();
    }

    @Override
    public Stream<Expression> output(Statement.Output statement) {
        return Stream.empty();
    }

    @Override
    public Stream<Expression> seed(Statement.Seed statement) {
        return Stream.empty();
    }

    @Override
    public Stream<Expression> unpacking(Statement.Unpacking statement) {
        return Stream.of(statement.value());
    }

    /** Its lines have a value only where it is used. */
    @Override
    public Stream<Expression> operation(Statement.Operation statement) {
        return Stream.empty();
    }

    @Override
    public Stream<Expression> network(Statement.Network statement) {
        return Perceptron.definitions(statement).stream().map(Definition::value);
    }

    @Override
    public Stream<Expression> training(Statement.Training statement) {
        return Stream.empty();
    }

    @Override
    public Stream<Expression> question(Statement.Question statement) {
        return Stream.empty();
    }

    @Override
    public Stream<Expression> credit(Statement.Credit statement) {
        return Stream.empty();
    }
}
