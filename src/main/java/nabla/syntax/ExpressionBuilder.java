package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayList;
import java.util.List;
import nabla.source.Span;
import nabla.syntax.Expression.Argument;
import nabla.syntax.Expression.Binary;
import nabla.syntax.Expression.Operator;
import nabla.syntax.antlr.NablaBaseVisitor;
import nabla.syntax.antlr.NablaParser.*;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Expressions from parse trees. Chains of operators are loops; only brackets recurse. */
final class ExpressionBuilder extends NablaBaseVisitor<Expression> {

    /** Most of a tree is a value without operators at each level of strength: such levels are passed at once. */
    @Override
    public Expression visit(ParseTree tree) {
        ParseTree inner = tree;
        while (inner.getChildCount() == 1 && inner.getChild(0) instanceof ParserRuleContext value && !(value instanceof RangeContext)) {
            inner = value;
        }
        return inner.accept(this);
    }

    @Override
    public Expression visitExpression(ExpressionContext context) {
        Expression left = visit(context.left);
        return context.right == null ? left : binary(context, context.operator, left, visit(context.right));
    }

    @Override
    public Expression visitSum(SumContext context) {
        return chain(context);
    }

    @Override
    public Expression visitProduct(ProductContext context) {
        return chain(context);
    }

    @Override
    public Expression visitImplied(ImpliedContext context) {
        return chain(context);
    }

    /** Operands with operators between them, from the left. */
    private Expression chain(ParserRuleContext context) {
        Expression left = visit(context.getChild(0));
        for (int i = 1; i < context.getChildCount(); i += 2) {
            Token operator = ((TerminalNode) context.getChild(i)).getSymbol();
            ParserRuleContext right = (ParserRuleContext) context.getChild(i + 1);
            left = new Binary(Words.span(context.start, right.stop), Words.span(operator), operator(operator), left, visit(right));
        }
        return left;
    }

    @Override
    public Expression visitSigned(SignedContext context) {
        return signed(context, 0, visit(context.implied()), context.stop);
    }

    /** Puts the signs among the children, from the first on, before the last child. */
    private static Expression signed(ParserRuleContext context, int first, Expression operand, Token stop) {
        Expression value = operand;
        for (int i = context.getChildCount() - 2; i >= first; i--) {
            Token sign = ((TerminalNode) context.getChild(i)).getSymbol();
            if (sign.getType() == MINUS) {
                value = new Expression.Negation(Words.span(sign, stop), value);
            }
        }
        return value;
    }

    @Override
    public Expression visitPower(PowerContext context) {
        List<ExponentContext> exponents = context.exponent();
        Expression right = null;
        for (int i = exponents.size() - 1; i >= 0; i--) {
            ExponentContext exponent = exponents.get(i);
            Expression value = raised(context, i, right);
            right = exponent.SUPERSCRIPT() != null ? value : signed(exponent, 1, value, context.stop);
        }
        Expression base = visit(context.postfix());
        return right == null ? base : power(context, context.start, exponents.get(0), base, right);
    }

    /** Exponent i without its signs, itself raised to what follows. */
    private Expression raised(PowerContext context, int i, Expression right) {
        ExponentContext exponent = context.exponent(i);
        Expression value = exponent.SUPERSCRIPT() != null
                ? NumberReader.superscript(exponent.SUPERSCRIPT().getSymbol()) : visit(exponent.postfix());
        Token start = exponent.SUPERSCRIPT() != null ? exponent.start : exponent.postfix().start;
        return right == null ? value : power(context, start, context.exponent(i + 1), value, right);
    }

    private static Expression power(PowerContext context, Token start, ExponentContext exponent, Expression base, Expression right) {
        NumberReader.checkExponent(right);
        return new Binary(Words.span(start, context.stop), Words.span(exponent.start), Operator.POWER, base, right);
    }

    @Override
    public Expression visitPostfix(PostfixContext context) {
        Expression operand = rooted(context.ROOT(), visit(context.primary()), context.primary().stop);
        for (SuffixContext suffix : context.suffix()) {
            Span span = Words.span(context.start, suffix.stop);
            operand = suffix instanceof IndexContext index ? new Expression.Index(span, operand, subscripts(index.subscript()))
                    : suffix instanceof MethodContext method ? method(span, operand, method) : new Expression.Transpose(span, operand);
        }
        return operand;
    }

    /** {@code (a + b).sum(axis=0)}, a habit: a call of a function whose name begins with the dot, the value its first argument. */
    private Expression method(Span span, Expression operand, MethodContext method) {
        Token name = method.MEMBER().getSymbol();
        if (method.arguments() == null) {
            throw new UnreadableSentence(Words.span(name), "\"" + name.getText() + "\" stands after no name", Habits.member(name.getText()));
        }
        List<Argument> arguments = new ArrayList<>(List.of(new Argument(operand.span(), null, operand)));
        arguments.addAll(arguments(method.arguments()));
        return new Expression.Call(span, Words.span(name), name.getText(), List.copyOf(arguments));
    }

    private List<Expression> subscripts(List<SubscriptContext> contexts) {
        return contexts.stream().map(this::visit).toList();
    }

    @Override
    public Expression visitSubscript(SubscriptContext context) {
        if (context.ELLIPSIS() != null) {
            return new Expression.Ellipsis(Words.span(context));
        }
        RangeContext range = context.range();
        Expression from = optional(context.from);
        return range == null ? from : new Expression.Slice(Words.span(context), from, optional(range.to), optional(range.step));
    }

    private Expression optional(ParseTree context) {
        return context == null ? null : visit(context);
    }

    @Override
    public Expression visitNumber(NumberContext context) {
        return NumberReader.number(context.start);
    }

    @Override
    public Expression visitName(NameContext context) {
        return context.arguments() == null ? name(context.start) : call(context.start, context.arguments());
    }

    @Override
    public Expression visitPrimed(PrimedContext context) {
        Token function = context.NAME().getSymbol();
        Span span = Words.span(context);
        Expression.Call call = new Expression.Call(span, Words.span(function), function.getText(), arguments(context.arguments()));
        return new Expression.Prime(span, call, context.PRIMED().size());
    }

    /** {@code at x = 5, y = 2}; nothing where it is not said. */
    List<Argument> at(AtContext context) {
        List<Argument> values = new ArrayList<>();
        for (BindingContext binding : context == null ? List.<BindingContext>of() : context.binding()) {
            values.add(new Argument(Words.span(binding), binding.NAME().getText(), visit(binding.expression())));
        }
        return List.copyOf(values);
    }

    static Expression.Name name(Token word) {
        return new Expression.Name(Words.span(word), word.getText());
    }

    /** A call; {@code grad(z, x)} is a derivative. */
    Expression call(Token function, ArgumentsContext arguments) {
        List<Argument> values = arguments(arguments);
        Span span = Words.span(function, arguments.stop);
        if (!function.getText().equals("grad")) {
            return new Expression.Call(span, Words.span(function), function.getText(), values);
        }
        if (values.size() != 2 || values.stream().anyMatch(a -> a.name() != null || a.value() instanceof Expression.Slice)) {
            throw new UnreadableSentence(span, "grad takes what is differentiated, and by what", "write grad(z, x)");
        }
        return new Expression.Derivative(span, values.get(0).value(), values.get(1).value());
    }

    List<Argument> arguments(ArgumentsContext context) {
        List<Argument> arguments = new ArrayList<>();
        for (ArgumentContext argument : context.argument()) {
            String name = argument.NAME() == null ? null : argument.NAME().getText();
            Expression value = visit(argument.tuple() != null ? argument.tuple() : argument.subscript());
            Span span = Words.span(argument);
            arguments.add(new Argument(span.equals(value.span()) ? value.span() : span, name, value));
        }
        return List.copyOf(arguments);
    }

    @Override
    public Expression visitText(TextContext context) {
        return text(context.start);
    }

    static Expression.Text text(Token word) {
        String written = word.getText();
        return new Expression.Text(Words.span(word), written.substring(1, written.length() - 1));
    }

    @Override
    public Expression visitParentheses(ParenthesesContext context) {
        return visit(context.expression());
    }

    @Override
    public Expression visitTuple(TupleContext context) {
        return new Expression.Tuple(Words.span(context), context.expression().stream().map(this::visit).toList());
    }

    @Override
    public Expression visitBrackets(BracketsContext context) {
        List<List<Expression>> rows = new ArrayList<>();
        for (RowContext row : context.row()) {
            rows.add(row.expression().stream().map(this::visit).toList());
        }
        return new Expression.Brackets(Words.span(context), List.copyOf(rows));
    }

    @Override
    public Expression visitLiteral(LiteralContext context) {
        return ((Literal) context.start).value();
    }

    @Override
    public Expression visitQuotient(QuotientContext context) {
        return new Expression.Derivative(Words.span(context), differential(context.start), differential(context.stop));
    }

    private static Expression differential(Token word) {
        Span span = Words.span(word);
        return new Expression.Name(new Span(span.line(), span.column() + 1, span.start() + 1, span.end()), word.getText().substring(1));
    }

    @Override
    public Expression visitPartial(PartialContext context) {
        return new Expression.Derivative(Words.span(context), name(context.NAME(0).getSymbol()), name(context.NAME(1).getSymbol()));
    }

    private static Expression rooted(List<TerminalNode> roots, Expression operand, Token stop) {
        Expression value = operand;
        for (int i = roots.size() - 1; i >= 0; i--) {
            Token root = roots.get(i).getSymbol();
            value = new Expression.Call(Words.span(root, stop), Words.span(root), "sqrt", List.of(new Argument(value.span(), null, value)));
        }
        return value;
    }

    private static Binary binary(ParserRuleContext context, Token operator, Expression left, Expression right) {
        return new Binary(Words.span(context), Words.span(operator), operator(operator), left, right);
    }

    private static Operator operator(Token word) {
        return switch (word.getType()) {
            case PLUS -> Operator.ADD;
            case MINUS -> Operator.SUBTRACT;
            case TIMES, IMPLIED -> Operator.MULTIPLY;
            case DIVIDE -> Operator.DIVIDE;
            case MATMUL -> Operator.MATMUL;
            case DOT -> Operator.DOT;
            case LESS -> Operator.LESS;
            case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case GREATER -> Operator.GREATER;
            default -> Operator.GREATER_OR_EQUAL;
        };
    }
}
