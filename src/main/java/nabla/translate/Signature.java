package nabla.translate;

import java.util.List;
import java.util.stream.Collectors;
import nabla.op.Function;
import nabla.syntax.Expression;

/** The parameters of a function. */
final class Signature {

    private Signature() { }

    /** The parameter of argument {@code i}; null if there is none. */
    static Function.Parameter parameter(Function function, Expression.Call call, int i) {
        List<Function.Parameter> parameters = function.parameters();
        String name = call.arguments().get(i).name();
        if (name != null) {
            return parameters.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
        }
        for (int k = 0; k < parameters.size(); k++) {
            if (k == i || parameters.get(k).repeated()) {
                return parameters.get(k);
            }
        }
        return null;
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
