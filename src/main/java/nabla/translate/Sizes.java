package nabla.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/**
 * Numbers for the sizes that the text leaves free: different names get different numbers, none of them 1 or a size that is written as a
 * number, so that a shape that fits by accident does not fit here.
 */
final class Sizes {

    private static final int SMALLEST = 2;
    private static final int LARGEST = 7;

    private final Map<String, Integer> chosen = new LinkedHashMap<>();

    /**
     * Chooses.
     *
     * @param bound values from outside; they settle the sizes of what they are given to
     * @throws Fault if such a value does not fit
     */
    Sizes(Names names, Usage usage, Map<String, Tensor> bound, long seed) {
        Set<Integer> taken = new HashSet<>();
        for (Entry entry : names.entries()) {
            if (entry.space() != null) {
                entry.space().sizes().forEach(size -> taken.add(size.number()));
                settle(entry, bound.get(entry.name()), usage);
            } else if (entry.value() instanceof Expression.Number number && usage.numbers().contains(entry.name())) {
                taken.add((int) number.value());
            }
            if (entry.isDefined()) {
                taken.addAll(WrittenSizes.of(entry.value()));
            }
        }
        taken.addAll(chosen.values());
        chosen.putAll(choose(usage.freeSizes().stream().filter(name -> !chosen.containsKey(name)).toList(), taken, seed));
    }

    private void settle(Entry entry, Tensor value, Usage usage) {
        if (value != null) {
            List<Statement.Size> sizes = entry.space().sizes();
            for (int d = 0; d < sizes.size() && sizes.size() == value.shape().dimensions(); d++) {
                settle(entry, sizes.get(d), value.shape().size(d), usage);
            }
        }
    }

    private void settle(Entry entry, Statement.Size size, int number, Usage usage) {
        if (usage.freeSizes().contains(size.name())) {
            Integer other = chosen.putIfAbsent(size.name(), number);
            if (other != null && other != number) {
                throw Fault.at(null, "the value given for " + entry.name() + " makes the size " + size.name() + " " + number
                        + ", another makes it " + other, null);
            }
        }
    }

    /** A different number for each name, none of them 1 or taken. */
    static Map<String, Integer> choose(Collection<String> names, Set<Integer> taken, long seed) {
        List<Integer> numbers = new ArrayList<>();
        for (int n = SMALLEST; n <= LARGEST || numbers.size() < names.size(); n++) {
            if (!taken.contains(n)) {
                numbers.add(n);
            }
        }
        Collections.shuffle(numbers, new Random(new Draws(seed, "sizes").next().nextLong()));
        Map<String, Integer> sizes = new LinkedHashMap<>();
        names.forEach(name -> sizes.put(name, numbers.get(sizes.size())));
        return sizes;
    }

    /** The size chosen for a name; null if it was not free. */
    Integer of(String name) {
        return chosen.get(name);
    }

    /** The sizes by name. */
    Map<String, Integer> chosen() {
        return chosen;
    }

    /** Whether an expression is worked out of numbers and sizes, so that it is a number itself. */
    static boolean isArithmetic(Expression expression) {
        Expression left = expression;
        while (left instanceof Expression.Binary binary && isArithmetic(binary.right())) {
            left = binary.left();
        }
        if (left instanceof Expression.Negative negative) {
            return isArithmetic(negative.operand());
        } else if (left instanceof Expression.Call call) {
            Function function = Functions.find(call.function());
            return function != null
                    && function.parameters().stream().allMatch(p -> p.kind() == Function.Kind.MATRIX)
                    && call.arguments().stream().allMatch(argument -> isArithmetic(argument.value()));
        }
        return left instanceof Expression.Number || left instanceof Expression.Name;
    }
}
