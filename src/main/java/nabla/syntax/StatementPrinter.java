package nabla.syntax;

import static java.util.stream.Collectors.joining;

import java.util.List;
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
public final class StatementPrinter implements Statement.Reader<String> {

    private final Function<Expression, String> expressions;

    private StatementPrinter(Function<Expression, String> expressions) {
        this.expressions = expressions;
    }

    /** A statement, without a line end after it. */
    public static String print(Statement statement) {
        return statement.read(new StatementPrinter(Printer::print));
    }

    /** A statement in which every operation that is part of another has brackets. */
    public static String printFully(Statement statement) {
        return statement.read(new StatementPrinter(Printer::printFully));
    }

    @Override
    public String equation(Equation equation) {
        return (equation.constant() ? "const " : "") + expressions.apply(equation.left()) + " = " + expressions.apply(equation.right())
                + at(equation.at()) + within(equation.within());
    }

    @Override
    public String equality(Equality equality) {
        return expressions.apply(equality.left()) + " == " + expressions.apply(equality.right()) + at(equality.at()) + within(equality.within());
    }

    @Override
    public String mapping(Statement.Mapping mapping) {
        return mapping.name() + mapping.parameters().stream().map(this::write).collect(joining(", ", "(", ") = ")) + expressions.apply(mapping.body());
    }

    @Override
    public String unpacking(Statement.Unpacking unpacking) {
        return unpacking.names().stream().map(Expression.Name::name).collect(joining(", ")) + " = " + expressions.apply(unpacking.value());
    }

    @Override
    public String declaration(Declaration declaration) {
        String names = declaration.names().stream().map(Expression.Name::name).collect(joining(", "));
        return (declaration.constant() ? "const " : "") + names + " in " + write(declaration.space());
    }

    @Override
    public String output(Output output) {
        return "output " + output.name().name();
    }

    @Override
    public String seed(Seed seed) {
        return "seed " + seed.seed();
    }

    @Override
    public String credit(Statement.Credit credit) {
        return "credit " + credit.mistake() + ' ' + credit.share().written();
    }

    @Override
    public String network(Statement.Network network) {
        return "mlp " + (network.name() == null ? "" : network.name() + ' ') + "{\n"
                + (network.column() ? "  convention column\n" : "")
                + "  input " + expressions.apply(network.input()) + '\n'
                + network.layers().stream().map(this::write).collect(joining())
                + "  loss " + expressions.apply(network.loss()) + '\n'
                + (network.penalty() == null ? "" : "  l2 " + network.penalty().written() + '\n') + '}';
    }

    private String write(Statement.Layer layer) {
        Expression.Call activation = layer.activation();
        return "  dense " + layer.units() + ' ' + (activation.arguments().isEmpty() ? activation.function() : expressions.apply(activation))
                + optional(" weights ", layer.weights()) + optional(" bias ", layer.bias())
                + (layer.initial() == null ? "" : " init " + layer.initial().method() + optional(" ", layer.initial().scale())) + '\n';
    }

    @Override
    public String training(Statement.Training training) {
        String batch = switch (training.batches()) {
            case ALL -> "all";
            case EACH -> "each";
            case SOME -> Integer.toString(training.batch());
        };
        return "train " + (training.network() == null ? "" : training.network().name() + ' ') + "{ rate " + training.rate().written()
                + "  steps " + training.steps() + "  batch " + batch + " }";
    }

    @Override
    public String question(Statement.Question question) {
        String form = switch (question.form()) {
            case ANY -> "";
            case FORMULA -> " as formula";
            case VALUE -> " as value";
        };
        return "question \"" + question.label() + '"' + optional(" ", question.target())
                + at(question.at()) + (question.operation() == null ? "" : " op " + question.operation()) + optional(" points ", question.grading().points()) + form
                + (question.grading().digits() < 0 ? "" : " digits " + question.grading().digits()) + within(question.grading().within())
                + (question.text() == null ? "" : " text \"" + question.text() + '"');
    }

    private String optional(String before, Expression expression) {
        return expression == null ? "" : before + expressions.apply(expression);
    }

    private String at(List<Expression.Argument> at) {
        return at.isEmpty() ? "" : at.stream().map(one -> one.name() + " = " + expressions.apply(one.value())).collect(joining(", ", " at ", ""));
    }

    private String within(Expression.Number within) {
        return within == null ? "" : " within " + within.written();
    }

    @Override
    public String operation(Operation operation) {
        String parameters = operation.parameters().stream().map(this::write).collect(joining(", ", "(", ") {\n"));
        String outputs = operation.outputs().isEmpty() ? "" : operation.outputs().stream().map(Expression.Name::name).collect(joining(", ", "  output ", "\n"));
        return "op " + operation.name() + parameters + operation.lines().stream().map(this::write).collect(joining()) + outputs + '}';
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
        return kind + space.sizes().stream().map(this::write).collect(joining(", ", "(", ")")) + range;
    }

    private String write(Size size) {
        return expressions.apply(size.value());
    }
}
