package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.source.Span;
import nabla.syntax.Expression.Argument;
import nabla.syntax.Statement.Kind;
import nabla.syntax.Statement.Parameter;
import nabla.syntax.Statement.Size;
import nabla.syntax.Statement.Space;
import nabla.syntax.antlr.NablaParser.*;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Statements from parse trees. */
final class StatementBuilder {

    private static final String SPACES = "write R, R(n), R(m, n), simplex(m, k) or onehot(m, k)";

    private final ExpressionBuilder expressions = new ExpressionBuilder();
    private final DefinitionTarget definable;

    StatementBuilder(DefinitionTarget definable) {
        this.definable = definable;
    }

    Statement relation(RelationContext context) {
        Token last = context.within != null ? context.within : context.behind != null ? context.behind.stop : context.right.stop;
        Span span = span(context.start, last);
        boolean constant = context.CONST() != null;
        Expression left = expressions.visit(context.left);
        Expression right = expressions.visit(context.right);
        Expression.Number within = context.within == null ? null : NumberReader.number(context.within);
        if (context.before != null && context.behind != null) {
            throw new UnreadableSentence(span(context.behind.start, context.behind.stop), "a second \"at\" in one statement", "give all values at one place");
        }
        List<Argument> at = expressions.at(context.before != null ? context.before : context.behind);
        if (context.sign.getType() == ASSIGN) {
            definable.checkLeft(context, left, right);
            return new Statement.Equation(span, constant, left, right, within, at);
        }
        if (constant) {
            throw new UnreadableSentence(Words.span(context.sign), "const stands before a definition, not before a claim", "write = instead of ==");
        }
        return new Statement.Equality(span, left, right, within, at);
    }

    /** {@code f(x) = x^2 + 3x}. */
    Statement mapping(MappingContext context) {
        Token name = context.NAME().getSymbol();
        definable.check(name);
        List<Parameter> parameters = parameters(context.parameter());
        if (context.at() != null) {
            throw new UnreadableSentence(span(context.at().start, context.at().stop), "a function is defined once, for whatever it is called with",
                    "leave this out, and ask for " + name.getText() + "(2) afterwards");
        }
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new UnreadableSentence(parameter.span(), "two parameters are called " + parameter.name(), "give each a name of its own");
            }
        }
        return new Statement.Mapping(span(context.start, context.expression().stop), Words.span(name), name.getText(), parameters,
                expressions.visit(context.expression()));
    }

    private List<Parameter> parameters(List<ParameterContext> contexts) {
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterContext parameter : contexts) {
            Token own = parameter.NAME().getSymbol();
            definable.check(own);
            Space space = parameter.space() == null ? null : space(parameter.space());
            parameters.add(new Parameter(span(parameter.start, parameter.stop), own.getText(), space));
        }
        return List.copyOf(parameters);
    }

    Statement declaration(DeclarationContext context) {
        List<Expression.Name> names = new ArrayList<>();
        for (TerminalNode name : context.NAME()) {
            definable.check(name.getSymbol());
            names.add(ExpressionBuilder.name(name.getSymbol()));
        }
        Space space = space(context.space());
        return new Statement.Declaration(span(context.start, context.space().stop), context.CONST() != null, List.copyOf(names), space);
    }

    Statement output(OutputContext context) {
        Token name = context.NAME().getSymbol();
        return new Statement.Output(span(context.start, name), ExpressionBuilder.name(name));
    }

    Statement seed(SeedContext context) {
        Token word = context.NUMBER().getSymbol();
        String digits = word.getText();
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9') || digits.length() > 18) {
            throw new UnreadableSentence(Words.span(word), "a seed is a whole number of at most 18 digits", "write seed 42");
        }
        long seed = Long.parseLong(digits);
        return new Statement.Seed(span(context.start, word), context.MINUS() == null ? seed : -seed);
    }

    /** An operation of which only the head is known. */
    Statement.Operation operation(OperationContext context) {
        Token name = context.NAME().getSymbol();
        definable.check(name);
        return new Statement.Operation(span(context.start, context.stop), Words.span(name), name.getText(), parameters(context.parameter()), List.of(), List.of());
    }

    /** {@code h1, c1 = Lstm(x1, h0, c0)}. */
    Statement unpacking(UnpackingContext context) {
        List<Expression.Name> names = new ArrayList<>();
        for (TerminalNode name : context.NAME()) {
            definable.check(name.getSymbol());
            names.add(ExpressionBuilder.name(name.getSymbol()));
        }
        Expression value = expressions.visit(context.expression());
        if (!(value instanceof Expression.Call)) {
            throw new UnreadableSentence(span(context.start, context.ASSIGN().getSymbol()), "several names on the left stand for the outputs of one operation",
                    "write one definition for each name");
        }
        return new Statement.Unpacking(span(context.start, context.expression().stop), List.copyOf(names), value);
    }

    /** {@code output h, c} in an operation. */
    List<Expression.Name> results(ResultsContext context) {
        List<Expression.Name> names = new ArrayList<>();
        for (TerminalNode name : context.NAME()) {
            if (names.stream().anyMatch(known -> known.name().equals(name.getText()))) {
                throw new UnreadableSentence(Words.span(name.getSymbol()), name.getText() + " is an output twice", null);
            }
            names.add(ExpressionBuilder.name(name.getSymbol()));
        }
        return List.copyOf(names);
    }

    Statement.Line line(LineContext context) {
        Token name = context.NAME().getSymbol();
        definable.check(name);
        return new Statement.Line(span(context.start, context.expression().stop), context.direction.getType() == FORWARD,
                ExpressionBuilder.name(name), expressions.visit(context.expression()));
    }

    private Space space(SpaceContext context) {
        Span span = span(context.start, context.stop);
        Kind kind = switch (context.kind.getText()) {
            case "R" -> Kind.REAL;
            case "simplex" -> Kind.SIMPLEX;
            case "onehot" -> Kind.ONEHOT;
            default -> throw new UnreadableSentence(Words.span(context.kind), "no set of values is named \"" + context.kind.getText() + '"', SPACES);
        };
        if (kind != Kind.REAL && (context.size().size() < 2 || context.from != null)) {
            throw new UnreadableSentence(span, context.kind.getText() + " takes two sizes or more and no range", "write " + context.kind.getText() + "(m, k)");
        }
        List<Size> sizes = new ArrayList<>();
        context.size().forEach(size -> sizes.add(size(size)));
        while (sizes.size() < 2) {
            sizes.add(one(span));
        }
        Expression.Number from = context.from == null ? null : NumberReader.bound(context.from);
        Expression.Number to = context.to == null ? null : NumberReader.bound(context.to);
        if (from != null && from.value() >= to.value()) {
            throw new UnreadableSentence(from.span().to(to.span()), "the range is empty: " + from.written() + " is not below " + to.written(), null);
        }
        return new Space(span, kind, List.copyOf(sizes), from, to);
    }

    private static Size one(Span span) {
        return new Size(span, new Expression.Number(span, 1, "1"));
    }

    private Size size(SizeContext context) {
        Expression value = expressions.visit(context.sum());
        Span span = span(context.start, context.stop);
        if (value instanceof Expression.Number) {
            NumberReader.positive(context.start, "a size");
        } else if (!isArithmetic(value)) {
            throw new UnreadableSentence(span, "a size is worked out of whole numbers and sizes", "write for example R(N, 4H) or R(n + 1, 2*(k + 1))");
        }
        return new Size(span, value);
    }

    /** Whether it is made of numbers and names by + − * and /. */
    private static boolean isArithmetic(Expression value) {
        Expression left = value;
        while (left instanceof Expression.Binary binary && isOfSizes(binary.operator()) && isArithmetic(binary.right())) {
            left = binary.left();
        }
        return left instanceof Expression.Number || left instanceof Expression.Name
                || left instanceof Expression.Negation negative && isArithmetic(negative.operand());
    }

    private static boolean isOfSizes(Expression.Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, DOT -> true;
            default -> false;
        };
    }

    private static Span span(Token start, Token stop) {
        return Words.span(start, stop);
    }
}
