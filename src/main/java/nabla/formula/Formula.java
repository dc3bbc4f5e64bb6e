package nabla.formula;

import java.util.List;

/**
 * How an expression looks on paper, before it is text, LaTeX or HTML. Immutable trees, small by construction: whoever builds one from
 * a graph stops at a size limit.
 */
public sealed interface Formula {

    /** A number, written as short as it reads back. */
    record Number(double value) implements Formula { }

    /** A variable, or a constant by its name. */
    record Name(String name) implements Formula { }

    /** {@code f(a, b)}; an argument may be {@link Named}. */
    record Call(String function, List<Formula> arguments) implements Formula { }

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

    static Formula call(String function, List<Formula> arguments) {
        return new Call(function, arguments);
    }

    static Formula infix(String operator, Formula left, Formula right) {
        return new Infix(operator, left, right);
    }
}
