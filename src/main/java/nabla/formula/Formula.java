package nabla.formula;

import java.util.List;
import java.util.stream.Stream;

/**
 * How an expression looks on paper, before it is text, LaTeX or HTML. Immutable trees, small by construction: whoever builds one from
 * a graph stops at a size limit.
 */
public sealed interface Formula {

    /** A case for each form. */
    <R> R read(Reader<R> reader);

    /** A case for each form; a new one breaks the build of every writer, not its output. */
    interface Reader<R> {
        R number(Number formula);

        R name(Name formula);

        R call(Call formula);

        R argument(NamedArgument formula);

        R infix(Infix formula);

        R negation(Negation formula);

        R power(Power formula);

        R transpose(Transpose formula);

        R index(Index formula);

        R range(Range formula);

        R blocks(Blocks formula);

        R tuple(Tuple formula);

        R quotation(Quotation formula);

        R where(Where formula);

        R derivative(Derivative formula);
    }

    /**
     * A number, written as short as it reads back. Numbers are equal by their value.
     *
     * @param size whether it is a number of rows, columns, …, which may have a name in the text
     */
    record Number(double value, boolean size) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.number(this);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Number number && Double.compare(value, number.value) == 0;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }
    }

    /** A variable, or a constant by its name. */
    record Name(String name) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.name(this);
        }
    }

    /** {@code f(a, b)}; an argument may be {@link NamedArgument}. How it is set is no part of what it says: calls are equal without it. */
    record Call(String function, List<Formula> arguments, Notation notation) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.call(this);
        }

        /** With one more argument. */
        public Call with(Formula argument) {
            return new Call(function, Stream.concat(arguments.stream(), Stream.of(argument)).toList(), notation);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Call call && function.equals(call.function) && arguments.equals(call.arguments);
        }

        @Override
        public int hashCode() {
            return 31 * function.hashCode() + arguments.hashCode();
        }
    }

    /** An argument by name: {@code axis=0}. Only directly in a {@link Call}. */
    record NamedArgument(String name, Formula value) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.argument(this);
        }
    }

    /** {@code left operator right}; the operator is one of {@code + - * / @ < <= > >=}. */
    record Infix(String operator, Formula left, Formula right) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.infix(this);
        }
    }

    /** {@code -a}. */
    record Negation(Formula operand) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.negation(this);
        }
    }

    /** {@code base^exponent}, entry by entry. */
    record Power(Formula base, Formula exponent) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.power(this);
        }
    }

    /** {@code A.T}. */
    record Transpose(Formula operand) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.transpose(this);
        }
    }

    /** {@code A[i, j]} or {@code v[i]}; a subscript may be a {@link Range}. */
    record Index(Formula operand, List<Formula> subscripts) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.index(this);
        }
    }

    /** {@code from:to} as a subscript; a null end is left out. */
    record Range(Formula from, Formula to, Formula step) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.range(this);
        }
    }

    /** {@code [a, b; c, d]}: blocks in rows. */
    record Blocks(List<List<Formula>> rows) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.blocks(this);
        }
    }

    /** {@code (0, 2)}, several axes; in square brackets the parts of a literal of more than two dimensions. */
    record Tuple(List<Formula> items, boolean square) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.tuple(this);
        }
    }

    /** A text in quotes, an argument of a {@link Call}. */
    record Quotation(String text) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.quotation(this);
        }
    }

    /** What stands before the definitions of names, where it has some; itself otherwise. */
    default Formula body() {
        return this;
    }

    /** The names that are defined behind it. */
    default List<Definition> definitions() {
        return List.of();
    }

    /** {@code v1*(1 - v1) where v1 = sigmoid(x), …}; never inside another formula. A definition may use those before it. */
    record Where(Formula body, List<Definition> definitions) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.where(this);
        }
    }

    /** A part of a formula that has a name. */
    record Definition(String name, Formula value) { }

    /** {@code dz/dx}; partial, {@code ∂z/∂x}, through one definition only. */
    record Derivative(String of, String by, boolean partial) implements Formula {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.derivative(this);
        }

        public Derivative(String of, String by) {
            this(of, by, false);
        }
    }

    static Formula number(double value) {
        return new Number(value, false);
    }

    static Formula size(int value) {
        return new Number(value, true);
    }

    static Formula name(String name) {
        return new Name(name);
    }

    /** A call that is set by its name. */
    static Call call(String function, List<Formula> arguments) {
        return call(function, arguments, Notation.PLAIN);
    }

    static Call call(String function, List<Formula> arguments, Notation notation) {
        return new Call(function, arguments, notation);
    }

    static Formula infix(String operator, Formula left, Formula right) {
        return new Infix(operator, left, right);
    }
}
