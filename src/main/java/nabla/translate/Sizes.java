package nabla.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nabla.formula.NumberText;
import nabla.syntax.Expression;
import nabla.syntax.Printer;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/**
 * Numbers for the sizes that the text leaves free: different names get different numbers, none of them 1 or a size that is written as a
 * number, so that a shape that fits by accident does not fit here.
 */
final class Sizes {

    private static final int SMALLEST = 2;
    private static final int LARGEST = 7;
    /** Choices tried until sizes that are worked out of others are whole numbers from 1 up, and like no other size. */
    private static final int CHOICES = 400;

    private final Map<String, Integer> chosen = new LinkedHashMap<>();
    private final Map<String, Integer> known = new HashMap<>();

    /**
     * Chooses.
     *
     * @param bound values from outside; they settle the sizes of what they are given to
     * @throws Fault if such a value does not fit
     */
    Sizes(Declarations names, Usage usage, Map<String, Tensor> bound, long seed) {
        Set<Integer> taken = new HashSet<>();
        List<Statement.Size> all = new ArrayList<>();
        for (String name : usage.numbers()) {
            Entry entry = names.entry(name);
            if (entry != null && entry.value() instanceof Expression.Number number) {
                taken.add((int) number.value());
                known.put(name, (int) number.value());
            }
        }
        for (Entry entry : names.table().declared()) {
            all.addAll(entry.space().sizes());
            settle(entry, bound.get(entry.name()), usage);
        }
        taken.addAll(chosen.values());
        names.script().sizes().forEach((name, size) -> {
            Integer settled = chosen.putIfAbsent(name, size);
            if (settled != null && settled != size) {
                throw Fault.at(null, "a value makes the size " + name + " " + settled + ", and a for block takes it for " + size,
                        "write " + name + " = " + settled);
            }
        });
        known.putAll(chosen);
        List<String> open = usage.freeSizes().stream().filter(name -> !chosen.containsKey(name)).toList();
        if (!open.isEmpty()) {
            taken.addAll(written(names));
            chosen.putAll(choose(open, all, taken, known, seed));
        }
    }

    private static Set<Integer> written(Declarations names) {
        WrittenSizes written = new WrittenSizes();
        names.entries().stream().filter(Entry::isDefined).forEach(entry -> written.add(entry.value()));
        names.mappings().names().forEach(name -> written.add(names.mappings().find(name).body()));
        return written.all();
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
        Map<String, Integer> settled = new HashMap<>(known);
        settled.putAll(chosen);
        List<String> open = Arithmetic.names(size.value()).stream().filter(name -> usage.freeSizes().contains(name) && !settled.containsKey(name)).toList();
        if (size.isExpression() && open.size() == 1) {
            double solution = Arithmetic.solution(size.value(), settled, open.get(0), number);
            if (Double.isNaN(solution)) {
                throw Fault.at(null, "the value given for " + entry.name() + " has a side of " + number + ", and " + Printer.print(size.value())
                        + " is never that", null);
            }
            chosen.put(open.get(0), (int) solution);
        } else if (usage.freeSizes().contains(size.name())) {
            Integer other = chosen.putIfAbsent(size.name(), number);
            if (other != null && other != number) {
                throw Fault.at(null, "the value given for " + entry.name() + " makes the size " + size.name() + " " + number
                        + ", another makes it " + other, null);
            }
        }
    }

    /**
     * A different number for each name, none of them 1 or written in a text.
     *
     * @param all   every size that is declared: what is worked out of names should be like none of the others either
     * @param known the sizes that are settled
     */
    static Map<String, Integer> choose(Collection<String> names, List<Statement.Size> all, Map<String, Integer> known, long seed) {
        return choose(names, all, Set.of(), known, seed);
    }

    private static Map<String, Integer> choose(Collection<String> names, List<Statement.Size> all, Set<Integer> written, Map<String, Integer> known,
            long seed) {
        Set<Integer> taken = new HashSet<>(written);
        all.forEach(size -> taken.add(size.number()));
        Random random = new Random(new Draws(seed, "sizes").next().get().nextLong());
        Map<String, Integer> first = choice(names, taken, LARGEST, random);
        Map<String, Expression> worked = new LinkedHashMap<>();
        all.stream().filter(Statement.Size::isExpression).forEach(size -> worked.put(Printer.print(size.value()), size.value()));
        Map<String, Integer> usable = null;
        Map<String, Integer> choice = first;
        for (int k = 1; k <= CHOICES && !worked.isEmpty(); k++) {
            Map<String, Integer> sizes = new HashMap<>(known);
            sizes.putAll(choice);
            List<Double> values = worked.values().stream().map(expression -> Arithmetic.value(expression, sizes)).toList();
            boolean fit = values.stream().allMatch(Arithmetic::isSize);
            boolean apart = values.stream().distinct().count() == values.size() && values.stream().noneMatch(value -> value == 1
                    || sizes.containsValue(value.intValue()) || taken.contains(value.intValue()));
            if (fit && apart) {
                return choice;
            }
            usable = usable == null && fit ? choice : usable;
            choice = choice(names, taken, LARGEST + k / 40, random);
        }
        return usable != null ? usable : first;
    }

    private static Map<String, Integer> choice(Collection<String> names, Set<Integer> taken, int largest, Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int n = SMALLEST; n <= largest || numbers.size() < names.size(); n++) {
            if (!taken.contains(n)) {
                numbers.add(n);
            }
        }
        Collections.shuffle(numbers, random);
        Map<String, Integer> sizes = new LinkedHashMap<>();
        names.forEach(name -> sizes.put(name, numbers.get(sizes.size())));
        return sizes;
    }

    /** What is said of a number that can be no size. */
    static String unfit(double number) {
        return "a size is a whole number from 1 up, and this is " + NumberText.of(number);
    }

    /** The size chosen for a name; null if it was not free. */
    Integer of(String name) {
        return chosen.get(name);
    }

    /** The sizes by name. */
    Map<String, Integer> chosen() {
        return chosen;
    }
}
