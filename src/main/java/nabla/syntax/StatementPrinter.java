package nabla.syntax;

import static java.util.stream.Collectors.joining;

import java.util.function.Function;
import nabla.syntax.Statement.Declaration;
import nabla.syntax.Statement.Equality;
import nabla.syntax.Statement.Equation;
import nabla.syntax.Statement.Line;
import nabla.syntax.Statement.Operation;
import nabla.syntax.Statement.Output;
import nabla.syntax.Statement.Parameter;
import nabla.syntax.Statement.Seed;
import nabla.syntax.Statement.Size;
import nabla.syntax.Statement.Space;

/** Writes statements as text that reads back to the same tree. */
public final class StatementPrinter {

    private final Function<Expression, String> expressions;

    private StatementPrinter(Function<Expression, String> expressions) {
        this.expressions = expressions;
    }

    /** A statement, without a line end after it. */
    public static String print(Statement statement) {
        return new StatementPrinter(Printer::print).write(statement);
    }

    /** A statement in which every operation that is part of another has brackets. */
    public static String printFully(Statement statement) {
        return new StatementPrinter(Printer::printFully).write(statement);
    }

    private String write(Statement statement) {
        if (statement instanceof Equation equation) {
            return (equation.constant() ? "const " : "") + expressions.apply(equation.left()) + " = " + expressions.apply(equation.right())
                    + within(equation.within());
        }
        if (statement instanceof Equality equality) {
            return expressions.apply(equality.left()) + " == " + expressions.apply(equality.right()) + within(equality.within());
        }
        if (statement instanceof Declaration declaration) {
            String names = declaration.names().stream().map(Expression.Name::name).collect(joining(", "));
            return (declaration.constant() ? "const " : "") + names + " in " + write(declaration.space());
        }
        if (statement instanceof Output output) {
            return "output " + output.name().name();
        }
        if (statement instanceof Seed seed) {
            return "seed " + seed.seed();
        }
        return write((Operation) statement);
    }

    private String within(Expression.Number within) {
        return within == null ? "" : " within " + within.written();
    }

    private String write(Operation operation) {
        String parameters = operation.parameters().stream().map(this::write).collect(joining(", ", "(", ") {\n"));
        return "op " + operation.name() + parameters + operation.lines().stream().map(this::write).collect(joining()) + '}';
    }

    private String write(Parameter parameter) {
        return parameter.name() + (parameter.space() == null ? "" : " in " + write(parameter.space()));
    }

    private String write(Line line) {
        return (line.forward() ? "  forward " : "  backward ") + line.target().name() + " = " + expressions.apply(line.value()) + '\n';
    }

    private String write(Space space) {
        String kind = switch (space.kind()) {
            case REAL -> "R";
            case SIMPLEX -> "simplex";
            case ONEHOT -> "onehot";
        };
        String range = space.from() == null ? "" : " from " + space.from().written() + " to " + space.to().written();
        return kind + '(' + write(space.rows()) + ", " + write(space.columns()) + ')' + range;
    }

    private String write(Size size) {
        return size.name() == null ? Integer.toString(size.number()) : size.name();
    }
}
