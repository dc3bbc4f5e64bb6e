package nabla.translate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import nabla.limit.Stop;

/**
 * Names in the order of their dependence, without recursion: a chain may be a million names long.
 *
 * @param names   each after those it needs
 * @param circles names that need each other, in order: {@code [a, b]} for a -> b -> a; a name is in at most one of them
 */
public record NameOrder<T>(List<T> names, List<List<T>> circles) {

    /** The roots, in their order, and everything they need. */
    public static NameOrder<String> of(Collection<String> roots, Function<String, List<String>> needs) {
        Map<String, Integer> numbers = new HashMap<>();
        return of(roots, name -> numbers.computeIfAbsent(name, first -> numbers.size()), needs);
    }

    /** The same where each has a number, from 0. */
    static <T> NameOrder<T> of(Collection<T> roots, ToIntFunction<T> number, Function<T, List<T>> needs) {
        return new Search<>(roots.size(), number, needs).run(roots);
    }

    private static final class Search<T> {
        private final ToIntFunction<T> number;
        private final Function<T, List<T>> needs;
        private final List<T> sorted;
        private final List<List<T>> circles = new ArrayList<>();
        private final BitSet inCircle = new BitSet();
        private final BitSet begun = new BitSet();
        private final BitSet done = new BitSet();
        private final Deque<Visit<T>> stack = new ArrayDeque<>();

        private Search(int expected, ToIntFunction<T> number, Function<T, List<T>> needs) {
            this.sorted = new ArrayList<>(expected);
            this.number = number;
            this.needs = needs;
        }

        private NameOrder<T> run(Collection<T> roots) {
            for (T root : roots) {
                Stop.ifAsked();
                enter(root);
                while (!stack.isEmpty()) {
                    Stop.ifAsked();
                    Visit<T> visit = stack.peek();
                    if (visit.next < visit.needs.size()) {
                        enter(visit.needs.get(visit.next++));
                    } else {
                        finish(visit.name);
                        stack.pop();
                    }
                }
            }
            return new NameOrder<>(sorted, circles);
        }

        private void enter(T name) {
            int at = number.applyAsInt(name);
            if (!begun.get(at)) {
                begun.set(at);
                List<T> needed = needs.apply(name);
                int next = 0;
                while (next < needed.size() && done.get(number.applyAsInt(needed.get(next)))) {
                    next++;
                }
                if (next == needed.size()) {
                    finish(name);
                } else {
                    stack.push(new Visit<>(name, needed, next));
                }
            } else if (!done.get(at)) {
                close(name);
            }
        }

        private void finish(T name) {
            done.set(number.applyAsInt(name));
            sorted.add(name);
        }

        private void close(T name) {
            Deque<T> circle = new ArrayDeque<>();
            if (isInCircle(name)) {
                return;
            }
            for (Visit<T> visit : stack) {
                Stop.ifAsked();
                circle.addFirst(visit.name);
                if (visit.name.equals(name)) {
                    break;
                }
            }
            if (circle.stream().noneMatch(this::isInCircle)) {
                circles.add(List.copyOf(circle));
                circle.forEach(one -> inCircle.set(number.applyAsInt(one)));
            }
        }

        private boolean isInCircle(T name) {
            return inCircle.get(number.applyAsInt(name));
        }
    }

    /** A name with needs that are not done, up to which it has come. */
    private static final class Visit<T> {
        private final T name;
        private final List<T> needs;
        private int next;

        private Visit(T name, List<T> needs, int next) {
            this.name = name;
            this.needs = needs;
            this.next = next;
        }
    }
}
