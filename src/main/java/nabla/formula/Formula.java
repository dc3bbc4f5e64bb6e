package nabla.formula;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How an expression looks on paper, before it is text, LaTeX or HTML. Immutable trees, small by construction: whoever builds one from
 * a graph stops at a size limit.
 */
public sealed interface Formula {

    /** A number, written as short as it reads back. */
    record Number(double value) implements Formula { }

    /** A variable, or a constant by its name. */
    record Name(String name) implements Formula { }

    /** {@code f(a, b)}; an argument may be {@link Named}. How it is set is no part of what it says: calls are equal without it. */
    record Call(String function, List<Formula> arguments, Notation notation) implements Formula {

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
    record Named(String name, Formula value) implements Formula { }

    /** {@code left operator right}; the operator is one of {@code + - * / @ < <= > >=}. */
    record Infix(String operator, Formula left, Formula right) implements Formula { }

    /** {@code -a}. */
    record Negative(Formula operand) implements Formula { }

    /** {@code base^exponent}, entry by entry. */
    record Power(Formula base, Formula exponent) implements Formula { }

    /** {@code A.T}. */
    record Transposed(Formula operand) implements Formula { }

    /** {@code A[i, j]} or {@code v[i]}; a subscript may be a {@link Range}. */
    record Index(Formula operand, List<Formula> subscripts) implements Formula { }

    /** {@code from:to} as a subscript; a null end is left out. */
    record Range(Formula from, Formula to, Formula step) implements Formula { }

    /** {@code [a, b; c, d]}: blocks in rows. */
    record Blocks(List<List<Formula>> rows) implements Formula { }

    /** {@code (0, 2)}, several axes; in square brackets the parts of a literal of more than two dimensions. */
    record Tuple(List<Formula> items, boolean square) implements Formula { }

    /** A text in quotes, an argument of a {@link Call}. */
    record Quoted(String text) implements Formula { }

    /** {@code v1*(1 - v1) where v1 = sigmoid(x), …}; never inside another formula. A definition may use those before it. */
    record Where(Formula body, List<Definition> definitions) implements Formula { }

    /** A part of a formula that has a name. */
    record Definition(String name, Formula value) { }

    /** {@code dz/dx}; partial, {@code ∂z/∂x}, through one definition only. */
    record Derivative(String of, String by, boolean partial) implements Formula {

        public Derivative(String of, String by) {
            this(of, by, false);
        }
    }

    static Formula number(double value) {
        return new Number(value);
    }

    static Formula name(String name) {
        return new Name(name);
    }

    /** A call that is set by its name. */
    static Formula call(String function, List<Formula> arguments) {
        return call(function, arguments, Notation.PLAIN);
    }

    static Formula call(String function, List<Formula> arguments, Notation notation) {
        return new Call(function, arguments, notation);
    }

    static Formula infix(String operator, Formula left, Formula right) {
        return new Infix(operator, left, right);
    }

    /** The same formula of other parts: each that it is directly made of is changed, itself it is not. */
    default Formula with(UnaryOperator<Formula> change) {
        if (this instanceof Call call) {
            return call(call.function(), all(call.arguments(), change), call.notation());
        } else if (this instanceof Named named) {
            return new Named(named.name(), change.apply(named.value()));
        } else if (this instanceof Infix infix) {
            return infix(infix.operator(), change.apply(infix.left()), change.apply(infix.right()));
        } else if (this instanceof Negative negative) {
            return new Negative(change.apply(negative.operand()));
        } else if (this instanceof Power power) {
            return new Power(change.apply(power.base()), change.apply(power.exponent()));
        } else if (this instanceof Transposed transposed) {
            return new Transposed(change.apply(transposed.operand()));
        } else if (this instanceof Index index) {
            return new Index(change.apply(index.operand()), all(index.subscripts(), change));
        } else if (this instanceof Range range) {
            return new Range(end(range.from(), change), end(range.to(), change), end(range.step(), change));
        } else if (this instanceof Blocks blocks) {
            return new Blocks(blocks.rows().stream().map(row -> all(row, change)).toList());
        } else if (this instanceof Tuple tuple) {
            return new Tuple(all(tuple.items(), change), tuple.square());
        } else if (this instanceof Where where) {
            return new Where(change.apply(where.body()), where.definitions().stream()
                    .map(definition -> new Definition(definition.name(), change.apply(definition.value()))).toList());
        }
        return this;
    }

    private static List<Formula> all(List<Formula> formulas, UnaryOperator<Formula> change) {
        return formulas.stream().map(change).toList();
    }

    private static Formula end(Formula end, UnaryOperator<Formula> change) {
        return end == null ? null : change.apply(end);
    }
}
