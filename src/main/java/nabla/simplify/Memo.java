package nabla.simplify;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import nabla.limit.Stop;

/** A function of terms whose values are worked out once; the work may ask for those of other terms. */
final class Memo<R> {

    private final Map<Term, R> known = new HashMap<>();
    private final Function<Term, R> function;

    Memo(Function<Term, R> function) {
        this.function = function;
    }

    R of(Term term) {
        Stop.ifAsked();
        R value = known.get(term);
        if (value == null) {
            value = function.apply(term);
            known.put(term, value);
        }
        return value;
    }
}
