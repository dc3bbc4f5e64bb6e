package nabla.syntax;

import static nabla.syntax.Strength.COMPARISON;
import static nabla.syntax.Strength.POSTFIX;
import static nabla.syntax.Strength.POWER;
import static nabla.syntax.Strength.PRIMARY;
import static nabla.syntax.Strength.PRODUCT;
import static nabla.syntax.Strength.SUM;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nabla.syntax.Expression.Argument;
import nabla.syntax.Expression.Binary;
import nabla.syntax.Expression.Operator;

/**
 * Writes expressions as text that reads back to the same tree, whatever names are defined: a derivative of names is written
 * {@code ∂z/∂x}, an implied product with {@code *}.
 */
public final class Printer {

    /** A quotient that could be taken for a derivative. */
    private static final Pattern QUOTIENT = Pattern.compile("d[\\w.\\p{L}]+/d[\\w.\\p{L}]+(?![\\w.\\p{L}(])");

    private final StringBuilder text = new StringBuilder();
    private final boolean full;
    private final Forms forms = new Forms();

    private Printer(boolean full) {
        this.full = full;
    }

    /** With the brackets that are needed. */
    public static String print(Expression expression) {
        Printer printer = new Printer(false);
        printer.write(expression, COMPARISON);
        return printer.text.toString();
    }

    /** With brackets around every operation that is part of another: the tree can be seen. */
    public static String printFully(Expression expression) {
        Printer printer = new Printer(true);
        printer.write(expression, COMPARISON);
        return printer.text.toString();
    }

    private void write(Expression expression, int least) {
        boolean brackets = full ? least > COMPARISON && Strength.of(expression) < PRIMARY : Strength.of(expression) < least;
        if (brackets) {
            text.append('(');
        }
        expression.read(forms);
        if (brackets) {
            text.append(')');
        }
    }

    /** Each form without brackets around it. */
    private final class Forms implements Expression.Reader<Void> {

        @Override
        public Void number(Expression.Number number) {
            text.append(number.written());
            return null;
        }

        @Override
        public Void name(Expression.Name name) {
            text.append(name.name());
            return null;
        }

        @Override
        public Void text(Expression.Text quoted) {
            text.append('"').append(quoted.text()).append('"');
            return null;
        }

        @Override
        public Void call(Expression.Call call) {
            text.append(call.function());
            list("(", call.arguments(), ", ", ")", Printer.this::argument);
            return null;
        }

        @Override
        public Void prime(Expression.Prime prime) {
            text.append(prime.call().function()).append("'".repeat(prime.order()));
            list("(", prime.call().arguments(), ", ", ")", Printer.this::argument);
            return null;
        }

        @Override
        public Void binary(Binary binary) {
            chain(binary);
            return null;
        }

        @Override
        public Void negation(Expression.Negation negative) {
            text.append('-');
            write(negative.operand(), POWER);
            return null;
        }

        @Override
        public Void transpose(Expression.Transpose transpose) {
            write(transpose.operand(), POSTFIX);
            text.append(".T");
            return null;
        }

        @Override
        public Void index(Expression.Index index) {
            entries(index);
            return null;
        }

        @Override
        public Void slice(Expression.Slice slice) {
            range(slice);
            return null;
        }

        @Override
        public Void ellipsis(Expression.Ellipsis ellipsis) {
            text.append('…');
            return null;
        }

        @Override
        public Void tuple(Expression.Tuple tuple) {
            list("(", tuple.items(), ", ", ")", item -> write(item, COMPARISON));
            return null;
        }

        @Override
        public Void brackets(Expression.Brackets literal) {
            list("[", literal.rows(), "; ", "]", row -> list("", row, ", ", "", entry -> write(entry, COMPARISON)));
            return null;
        }

        @Override
        public Void derivative(Expression.Derivative derivative) {
            quotient(derivative);
            return null;
        }
    }

    /** Goes down the left side with a loop: a long sum is deep there. */
    private void chain(Binary outermost) {
        Deque<Binary> chain = new ArrayDeque<>();
        Expression left = outermost;
        while (left instanceof Binary binary && (chain.isEmpty() || !full && Strength.of(binary) >= leastLeft(chain.peek().operator()))) {
            chain.push(binary);
            left = binary.left();
        }
        write(left, leastLeft(chain.peek().operator()));
        for (Binary binary : chain) {
            int end = text.length();
            text.append(infix(binary.operator()));
            write(binary.right(), leastRight(binary.operator()));
            if (!full && binary.operator() == Operator.DIVIDE && QUOTIENT.matcher(text.substring(nameBefore(end))).lookingAt()) {
                text.insert(end + 1, '(').append(')');
            }
        }
    }

    /** Where the name that ends at {@code end} begins. */
    private int nameBefore(int end) {
        int start = end;
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || "_.".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }

    private static int leastLeft(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, MATMUL, DOT -> PRODUCT;
            case POWER -> POSTFIX;
            default -> SUM;
        };
    }

    private static int leastRight(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> PRODUCT;
            case MULTIPLY, DIVIDE, MATMUL, DOT, POWER -> POWER;
            default -> SUM;
        };
    }

    private static String infix(Operator operator) {
        return switch (operator) {
            case MULTIPLY, DIVIDE, POWER -> operator.symbol();
            default -> ' ' + operator.symbol() + ' ';
        };
    }

    private void entries(Expression.Index index) {
        boolean number = index.operand() instanceof Expression.Number;
        text.append(number ? "(" : "");
        write(index.operand(), POSTFIX);
        text.append(number ? ")" : "");
        list("[", index.subscripts(), ", ", "]", subscript -> write(subscript, COMPARISON));
    }

    private void range(Expression.Slice slice) {
        part(slice.from());
        text.append(':');
        part(slice.to());
        if (slice.step() != null) {
            text.append(':');
            part(slice.step());
        }
    }

    private void part(Expression part) {
        if (part != null) {
            write(part, COMPARISON);
        }
    }

    private void quotient(Expression.Derivative derivative) {
        if (!full && derivative.of() instanceof Expression.Name of && derivative.by() instanceof Expression.Name by) {
            text.append('∂').append(of.name()).append("/∂").append(by.name());
        } else {
            list("grad(", List.of(derivative.of(), derivative.by()), ", ", ")", argument -> write(argument, COMPARISON));
        }
    }

    private void argument(Argument argument) {
        text.append(argument.name() == null ? "" : argument.name() + '=');
        write(argument.value(), COMPARISON);
    }

    private <T> void list(String open, List<T> items, String separator, String close, Consumer<T> writer) {
        text.append(open);
        for (Iterator<T> rest = items.iterator(); rest.hasNext();) {
            writer.accept(rest.next());
            text.append(rest.hasNext() ? separator : "");
        }
        text.append(close);
    }
}
