package nabla.translate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nabla.graph.Node;
import nabla.model.Repair;
import nabla.source.Diagnostic;
import nabla.syntax.Expression;
import nabla.syntax.Expression.Operator;
import nabla.tensor.Shape;

/** What an answer whose shapes do not fit may have been meant as: the same with one operation changed. */
record Repairs(StatementContext building, String statement) {

    /** Longer answers are left alone: each of their operations would be tried. */
    private static final int LONGEST = 300;

    /** An expression with one operation changed, and that operation as it would be written. */
    private record Change(Expression whole, String text, boolean product) {

        Change in(UnaryOperator<Expression> around) {
            return new Change(around.apply(whole), text, product);
        }
    }

    /** The changed answers of the shape that is wanted. */
    List<Repair> of(Expression answer, Shape wanted) {
        List<Repair> repairs = new ArrayList<>();
        if (answer.span().end() - answer.span().start() > LONGEST) {
            return repairs;
        }
        StatementContext apart = new StatementContext(building.scope(), building.source(), new IdentityHashMap<>(), new ArrayList<>(), building.seed(),
                building.sheets(), building.budget());
        for (Change change : changes(answer).toList()) {
            Node node = built(change, apart);
            if (node != null && node.shape().equals(wanted)) {
                repairs.add(new Repair(change.text(), change.product(), node));
            }
        }
        return repairs;
    }

    /** Operands that do not fit, with what fits the left side too for a hint: what only fits its neighbours helps nobody. */
    static Diagnostic fitting(Diagnostic problem, List<Repair> repairs) {
        List<String> texts = repairs.stream().map(Repair::text).distinct().limit(2).toList();
        return Diagnostic.error(problem.span(), problem.message(), texts.isEmpty() ? null : "did you mean " + String.join(" or ", texts) + "?");
    }

    /** Null where the changed answer does not fit either. */
    private Node built(Change change, StatementContext apart) {
        try {
            return Expressions.of(apart, "claim " + statement).build(change.whole(), null);
        } catch (Fault fault) {
            return null;
        }
    }

    private Stream<Change> changes(Expression e) {
        if (e instanceof Expression.Binary b) {
            return Stream.of(own(b), changes(b.left()).map(c -> c.in(left -> binary(b, b.operator(), left, b.right()))),
                    changes(b.right()).map(c -> c.in(right -> binary(b, b.operator(), b.left(), right)))).flatMap(s -> s);
        } else if (e instanceof Expression.Negation n) {
            return changes(n.operand()).map(c -> c.in(operand -> new Expression.Negation(n.span(), operand)));
        } else if (e instanceof Expression.Transpose t) {
            Change dropped = new Change(t.operand(), text(t.operand()), false);
            return Stream.concat(Stream.of(dropped),
                    changes(t.operand()).map(c -> c.in(operand -> new Expression.Transpose(t.span(), operand))));
        } else if (e instanceof Expression.Call call) {
            Stream<Change> changes = Stream.empty();
            for (int k = 0; k < call.arguments().size(); k++) {
                int place = k;
                changes = Stream.concat(changes,
                        changes(call.arguments().get(k).value()).map(c -> c.in(value -> with(call, place, value))));
            }
            return changes;
        }
        return Stream.empty();
    }

    private Stream<Change> own(Expression.Binary b) {
        Expression l = b.left();
        Expression r = b.right();
        return switch (b.operator()) {
            case MATMUL -> Stream.concat(Stream.concat(turned(b, Operator.MATMUL, l, r), turned(b, Operator.MATMUL, r, l)),
                    turned(b, Operator.MULTIPLY, l, r));
            case MULTIPLY -> Stream.concat(turned(b, Operator.MULTIPLY, l, r), Stream.concat(turned(b, Operator.MATMUL, l, r),
                    turned(b, Operator.MATMUL, r, l)));
            case ADD, SUBTRACT -> turned(b, b.operator(), l, r);
            default -> Stream.empty();
        };
    }

    private Stream<Change> turned(Expression.Binary b, Operator operator, Expression l, Expression r) {
        return Stream.of(new Expression[] {l, r}, new Expression[] {l, turn(r)}, new Expression[] {turn(l), r},
                new Expression[] {turn(l), turn(r)})
                .map(sides -> new Change(binary(b, operator, sides[0], sides[1]),
                        text(sides[0]) + " " + operator.symbol() + " " + text(sides[1]),
                        operator != b.operator()));
    }

    private static Expression turn(Expression e) {
        return e instanceof Expression.Transpose turned ? turned.operand() : new Expression.Transpose(e.span(), e);
    }

    private static Expression binary(Expression.Binary like, Operator operator, Expression left, Expression right) {
        return new Expression.Binary(like.span(), like.operatorSpan(), operator, left, right);
    }

    private static Expression with(Expression.Call call, int place, Expression value) {
        List<Expression.Argument> arguments = new ArrayList<>(call.arguments());
        Expression.Argument old = arguments.get(place);
        arguments.set(place, new Expression.Argument(old.span(), old.name(), value));
        return new Expression.Call(call.span(), call.functionSpan(), call.function(), arguments);
    }

    /** As written in the text; what is turned has the same place, so it is put in brackets where it is no name. */
    private String text(Expression e) {
        if (e instanceof Expression.Transpose turned) {
            String operand = text(turned.operand());
            boolean whole = turned.operand() instanceof Expression.Name || operand.startsWith("(");
            return (whole ? operand : "(" + operand + ")") + ".T";
        }
        String written = building.source().slice(e.span());
        return e instanceof Expression.Binary ? "(" + written + ")" : written;
    }
}
