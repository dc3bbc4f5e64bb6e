package nabla.translate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nabla.limit.Stop;

/**
 * Names in the order of their dependence, without recursion: a chain may be a million names long.
 *
 * @param names   each after those it needs
 * @param circles names that need each other, in order: {@code [a, b]} for a -> b -> a; a name is in at most one of them
 */
public record NameOrder(List<String> names, List<List<String>> circles) {

    /** The roots, in their order, and everything they need. */
    public static NameOrder of(Collection<String> roots, Function<String, ? extends Collection<String>> needs) {
        return new Search(needs).run(roots);
    }

    private static final class Search {
        private final Function<String, ? extends Collection<String>> needs;
        private final List<String> sorted = new ArrayList<>();
        private final List<List<String>> circles = new ArrayList<>();
        private final Set<String> inCircle = new HashSet<>();
        private final Map<String, Boolean> open = new HashMap<>();
        private final Deque<Visit> stack = new ArrayDeque<>();

        private Search(Function<String, ? extends Collection<String>> needs) {
            this.needs = needs;
        }

        private NameOrder run(Collection<String> roots) {
            for (String root : roots) {
                enter(root);
                while (!stack.isEmpty()) {
                    Stop.ifAsked();
                    Visit visit = stack.peek();
                    if (visit.rest.hasNext()) {
                        enter(visit.rest.next());
                    } else {
                        open.put(visit.name, false);
                        sorted.add(visit.name);
                        stack.pop();
                    }
                }
            }
            return new NameOrder(sorted, circles);
        }

        private void enter(String name) {
            Boolean state = open.get(name);
            if (state == null) {
                open.put(name, true);
                stack.push(new Visit(name, needs.apply(name).iterator()));
            } else if (state) {
                close(name);
            }
        }

        private void close(String name) {
            Deque<String> circle = new ArrayDeque<>();
            if (inCircle.contains(name)) {
                return;
            }
            for (Visit visit : stack) {
                Stop.ifAsked();
                circle.addFirst(visit.name);
                if (visit.name.equals(name)) {
                    break;
                }
            }
            if (circle.stream().noneMatch(inCircle::contains)) {
                circles.add(List.copyOf(circle));
                inCircle.addAll(circle);
            }
        }
    }

    private record Visit(String name, Iterator<String> rest) { }
}
