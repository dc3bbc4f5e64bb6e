package nabla.syntax;

import java.util.List;
import nabla.source.Span;

/**
 * An expression as written. Spans cover the whole expression, for carets, but not brackets around it. A tree is at most 1,000 levels deep,
 * along the left side of long sums; the other ways down follow brackets, of which there are at most 200.
 */
public sealed interface Expression {

    Span span();

    /** A case for each form. */
    <R> R read(Reader<R> reader);

    /** A case for each form; a new one breaks the build of whoever reads all of them, not what that says. */
    interface Reader<R> {
        R number(Number expression);

        R name(Name expression);

        R text(Text expression);

        R call(Call expression);

        R prime(Prime expression);

        R binary(Binary expression);

        R negation(Negation expression);

        R transpose(Transpose expression);

        R index(Index expression);

        R slice(Slice expression);

        R ellipsis(Ellipsis expression);

        R tuple(Tuple expression);

        R brackets(Brackets expression);

        R derivative(Derivative expression);
    }

    /** A number; {@code written} keeps the digits, because claims are judged by how many there are. */
    record Number(Span span, double value, String written) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.number(this);
        }
    }

    /**
     * A variable, a constant ({@code pi}) or a size; dotted into a network: {@code xor.W1}. Its span is kept in numbers, for most of a long text
     * is names.
     */
    record Name(int line, int column, int start, int end, String name) implements Expression {

        /** A name where it stands. */
        public Name(Span span, String name) {
            this(span.line(), span.column(), span.start(), span.end(), name);
        }

        /** A name that stands in no text. */
        public Name(String name) {
            this(0, 0, 0, 0, name);
        }

        /** Null if it stands in no text. */
        @Override
        public Span span() {
            return line == 0 ? null : new Span(line, column, start, end);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.name(this);
        }
    }

    /** A text in quotes: an argument of {@code csv}, or the label on the left of an answer ({@code "1a" = y + 1}). */
    record Text(Span span, String text) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.text(this);
        }
    }

    /** {@code f(a, axis=0)}; {@code function} is as written, {@code σ} read as {@code sigmoid}. */
    record Call(Span span, Span functionSpan, String function, List<Argument> arguments) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.call(this);
        }
    }

    /** {@code f'(x)}, {@code f''(x)}: the derivative of a function of one argument; {@code order} counts the primes. */
    record Prime(Span span, Call call, int order) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.prime(this);
        }
    }

    /** An argument of a call; {@code name} is null for one by position. {@code rows=0:14} holds a {@link Slice}. */
    record Argument(Span span, String name, Expression value) { }

    /**
     * {@code left operator right}; {@code operatorSpan} is where the operator stands (or the implied multiplication would).
     * {@code x^-1} differs from {@code x^(-1)} in what stands between {@code operatorSpan} and the span of {@code right}.
     */
    record Binary(Span span, Span operatorSpan, Operator operator, Expression left, Expression right) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.binary(this);
        }
    }

    /** {@code -a}; a written {@code +a} is read as {@code a}. */
    record Negation(Span span, Expression operand) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.negation(this);
        }
    }

    /** {@code A.T}, {@code A'}, {@code A^T}. */
    record Transpose(Span span, Expression operand) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.transpose(this);
        }
    }

    /** {@code A[i, j]}; a subscript is an expression or a {@link Slice}. */
    record Index(Span span, Expression operand, List<Expression> subscripts) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.index(this);
        }
    }

    /** {@code from:to:step}; parts left out are null. Only as a subscript, or as an argument of {@code csv}. */
    record Slice(Span span, Expression from, Expression to, Expression step) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.slice(this);
        }
    }

    /** {@code …} or {@code ...} as a subscript: every index of the dimensions left out. */
    record Ellipsis(Span span) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ellipsis(this);
        }
    }

    /** {@code (0, 2)}: only as an argument, {@code axis=(0, 2)}. */
    record Tuple(Span span, List<Expression> items) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.tuple(this);
        }
    }

    /** {@code [a, b; c, d]}: rows of entries, as written. */
    record Brackets(Span span, List<List<Expression>> rows) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.brackets(this);
        }
    }

    /** {@code dz/dx}, {@code ∂z/∂x} or {@code grad(z, x)}. */
    record Derivative(Span span, Expression of, Expression by) implements Expression {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.derivative(this);
        }
    }

    /** The operators with two sides. {@code DOT} is {@code ·}, which needs a scalar on one side. */
    enum Operator {
        ADD("+"), SUBTRACT("-"), MULTIPLY("*"), DIVIDE("/"), MATMUL("@"), POWER("^"), DOT("·"),
        LESS("<"), LESS_OR_EQUAL("<="), GREATER(">"), GREATER_OR_EQUAL(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        public boolean isComparison() {
            return this == LESS || this == LESS_OR_EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
        }
    }
}
