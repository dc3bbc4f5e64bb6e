package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayList;
import java.util.List;
import nabla.source.Span;
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
    private final Definable definable;

    StatementBuilder(Definable definable) {
        this.definable = definable;
    }

    Statement relation(RelationContext context) {
        Span span = span(context.start, context.within == null ? context.right.stop : context.within);
        boolean constant = context.CONST() != null;
        Expression left = expressions.visit(context.left);
        Expression right = expressions.visit(context.right);
        Expression.Number within = context.within == null ? null : Numbers.number(context.within);
        if (context.sign.getType() == ASSIGN) {
            definable.checkLeft(context, left, right);
            return new Statement.Equation(span, constant, left, right, within);
        }
        if (constant) {
            throw new Unreadable(Words.span(context.sign), "const stands before a definition, not before a claim", "write = instead of ==");
        }
        return new Statement.Equality(span, left, right, within);
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
            throw new Unreadable(Words.span(word), "a seed is a whole number of at most 18 digits", "write seed 42");
        }
        long seed = Long.parseLong(digits);
        return new Statement.Seed(span(context.start, word), context.MINUS() == null ? seed : -seed);
    }

    /** An operation of which only the head is known. */
    Statement.Operation operation(OperationContext context) {
        Token name = context.NAME().getSymbol();
        definable.check(name);
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterContext parameter : context.parameter()) {
            Token own = parameter.NAME().getSymbol();
            definable.check(own);
            Space space = parameter.space() == null ? null : space(parameter.space());
            parameters.add(new Parameter(span(parameter.start, parameter.stop), own.getText(), space));
        }
        return new Statement.Operation(span(context.start, context.stop), Words.span(name), name.getText(), parameters, List.of());
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
            default -> throw new Unreadable(Words.span(context.kind), "no set of values is named \"" + context.kind.getText() + '"', SPACES);
        };
        if (kind != Kind.REAL && (context.size().size() < 2 || context.from != null)) {
            throw new Unreadable(span, context.kind.getText() + " takes two sizes or more and no range", "write " + context.kind.getText() + "(m, k)");
        }
        List<Size> sizes = new ArrayList<>();
        context.size().forEach(size -> sizes.add(size(size)));
        while (sizes.size() < 2) {
            sizes.add(new Size(span, 1, null));
        }
        Expression.Number from = context.from == null ? null : Numbers.bound(context.from);
        Expression.Number to = context.to == null ? null : Numbers.bound(context.to);
        if (from != null && from.value() >= to.value()) {
            throw new Unreadable(from.span().to(to.span()), "the range is empty: " + from.written() + " is not below " + to.written(), null);
        }
        return new Space(span, kind, List.copyOf(sizes), from, to);
    }

    private static Size size(SizeContext context) {
        Token word = context.start;
        if (word.getType() == NAME) {
            return new Size(Words.span(word), -1, word.getText());
        }
        return new Size(Words.span(word), Numbers.positive(word, "a size"), null);
    }

    private static Span span(Token start, Token stop) {
        return ExpressionBuilder.span(start, stop);
    }
}
