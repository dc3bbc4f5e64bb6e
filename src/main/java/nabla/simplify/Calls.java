package nabla.simplify;

import java.util.List;
import nabla.formula.NumberText;
import nabla.graph.Op;
import nabla.matrix.Matrix;
import nabla.op.Binary;
import nabla.op.Unary;
import nabla.simplify.Term.Kind;

/** All other operations: pairs that cancel, numbers with short values, transposes and stretches that entry-by-entry functions let through. */
final class Calls {

    private static final int MOST_DIGITS = 6;

    private final Terms terms;

    Calls(Terms terms) {
        this.terms = terms;
    }

    Term of(Op op, List<Term> arguments) {
        if (op.elementwise() && arguments.stream().allMatch(argument -> argument.is(Kind.NUMBER))) {
            return number(op, arguments);
        }
        if (arguments.size() == 1 && op.elementwise()) {
            return unary(op, arguments.get(0));
        }
        if (op == Binary.POW) {
            return power(arguments.get(0), arguments.get(1));
        }
        return terms.pool().call(op, arguments);
    }

    private Term unary(Op op, Term argument) {
        if (argument.isCall("stretch")) {
            return terms.pool().stretch(unary(op, argument.argument(0)), argument.shape());
        }
        if (argument.isCall("transpose")) {
            return terms.transpose(unary(op, argument.argument(0)));
        }
        if (argument.is(Kind.NUMBER)) {
            return number(op, List.of(argument));
        }
        if (op == Unary.LOG && argument.isCall("exp") || op == Unary.EXP && argument.isCall("log")) {
            return argument.argument(0);
        }
        if (op == Unary.LOG && argument.isPower() && argument.argument(0).isCall("exp")) {
            return terms.scale(argument.weights().get(0), argument.argument(0).argument(0));
        }
        if (op == Unary.EXP && terms.isCanonical()) {
            return exponential(argument);
        }
        return isNegative(argument) ? mirrored(op, argument) : terms.pool().call(op, List.of(argument));
    }

    /** Numbers are worked out where no digits are lost. */
    private Term number(Op op, List<Term> arguments) {
        Matrix value = Matrix.scalar(0);
        op.value(arguments.stream().map(argument -> Matrix.scalar(argument.factor().value())).toArray(Matrix[]::new), value);
        Coefficient exact = Coefficient.of(value.at(0));
        boolean isShort = exact != null && NumberText.of(Math.abs(value.at(0))).length() <= MOST_DIGITS;
        return isShort ? terms.pool().number(exact) : terms.pool().call(op, arguments);
    }

    /** A product of powers of exponentials. */
    private Term exponential(Term argument) {
        if (argument.is(Kind.PRODUCT) && !argument.factor().isOne()) {
            return terms.power(unary(Unary.EXP, Products.withoutFactor(terms, argument)), argument.factor());
        }
        if (argument.is(Kind.SUM)) {
            List<Term> powers = argument.arguments().stream()
                    .map(part -> part.isNumber(Coefficient.ONE) ? terms.pool().call(Unary.EXP, List.of(part)) : unary(Unary.EXP, part)).toList();
            return terms.product(Coefficient.ONE, powers, argument.weights());
        }
        return terms.pool().call(Unary.EXP, List.of(argument));
    }

    private static boolean isNegative(Term term) {
        return term.is(Kind.PRODUCT) && term.factor().sign() < 0;
    }

    /** Functions of −x in terms of x. */
    private Term mirrored(Op op, Term argument) {
        Term positive = terms.scale(Coefficient.MINUS_ONE, argument);
        if (op == Unary.EXP) {
            return terms.power(terms.pool().call(op, List.of(positive)), Coefficient.MINUS_ONE);
        }
        if (op == Unary.COS || op == Unary.COSH || op == Unary.ABS) {
            return terms.pool().call(op, List.of(positive));
        }
        if (op == Unary.SIN || op == Unary.TAN || op == Unary.ASIN || op == Unary.ATAN || op == Unary.SINH || op == Unary.TANH
                || op == Unary.ERF || op == Unary.SIGN) {
            return terms.scale(Coefficient.MINUS_ONE, terms.pool().call(op, List.of(positive)));
        }
        return terms.pool().call(op, List.of(argument));
    }

    private Term power(Term base, Term exponent) {
        Term n = terms.pool().unstretched(exponent);
        if (n.is(Kind.NUMBER)) {
            Term power = terms.power(base, n.factor());
            return terms.pool().stretch(power, base.shape().broadcast(exponent.shape()));
        }
        if (n.isZero() || base.isNumber(Coefficient.ONE)) {
            return terms.pool().stretch(terms.one(), base.shape().broadcast(exponent.shape()));
        }
        return terms.pool().call(Binary.POW, List.of(base, exponent));
    }
}
