package nabla.translate;

import java.util.List;
import java.util.stream.Collectors;
import nabla.op.Function;
import nabla.syntax.Expression;

/** The parameters of a function. */
final class Signature {

    /** Behind the sizes of a matrix, {@code normal(3, 4, 0, 0.1)}, stand the parameters of its entries, unless they may all be sizes of a tensor. */
    private static final int SIZES = 2;

    private Signature() { }

    /** The parameter of argument {@code i}; null if there is none. */
    static Function.Parameter parameter(Function function, Expression.Call call, int i) {
        List<Function.Parameter> parameters = function.parameters();
        String name = call.arguments().get(i).name();
        if (name != null) {
            return parameters.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
        }
        int after = i - SIZES + 1;
        if (i >= SIZES && parameters.get(0).repeated() && after < parameters.size() && endsInNumbers(function, call)) {
            return parameters.get(after);
        }
        for (int k = 0; k < parameters.size(); k++) {
            if (k == i || parameters.get(k).repeated()) {
                return parameters.get(k);
            }
        }
        return null;
    }

    /** Whether what stands behind two sizes is one value for each parameter of the entries, and one of them at least can be no size. */
    private static boolean endsInNumbers(Function function, Expression.Call call) {
        List<Expression.Argument> arguments = call.arguments();
        boolean constants = function.parameters().stream().skip(1).allMatch(parameter -> parameter.kind() == Function.Kind.CONSTANT);
        return constants && arguments.size() == SIZES + function.parameters().size() - 1
                && arguments.stream().allMatch(argument -> argument.name() == null)
                && arguments.stream().skip(SIZES).anyMatch(argument -> !mayBeSize(argument.value()));
    }

    private static boolean mayBeSize(Expression value) {
        return !(value instanceof Expression.Negation) && !(value instanceof Expression.Number number && (number.value() < 1 || number.value() != Math.rint(number.value())));
    }

    /** Whether argument {@code i} is {@code keepdims=True}, a habit: every dimension is kept anyway. */
    static boolean keepsDimensions(Function function, Expression.Call call, int i) {
        Expression.Argument argument = call.arguments().get(i);
        boolean said = "keepdims".equals(argument.name()) || "keepdim".equals(argument.name());
        boolean yes = argument.value() instanceof Expression.Name word && word.name().equals("True")
                || argument.value() instanceof Expression.Number one && one.value() == 1;
        return said && yes && function.parameters().stream().anyMatch(parameter -> parameter.name().equals("axis"));
    }

    /** How a call is written: {@code sum(A, axis=)}. */
    static String of(Function function) {
        return function.name() + "(" + function.parameters().stream().map(Signature::of).collect(Collectors.joining(", ")) + ")";
    }

    private static String of(Function.Parameter parameter) {
        if (parameter.repeated()) {
            return parameter.name() + ", …";
        } else if (parameter.fallback() == null) {
            return parameter.name();
        }
        double fallback = parameter.fallback();
        String written = fallback == Math.rint(fallback) ? String.valueOf((long) fallback) : String.valueOf(fallback);
        return parameter.name() + "=" + (Double.isNaN(fallback) ? "…" : written);
    }
}
