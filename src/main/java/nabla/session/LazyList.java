package nabla.session;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** A list whose elements are made from those of another each time they are read. */
final class LazyList<S, T> extends AbstractList<T> implements RandomAccess {

    private final List<S> source;
    private final Function<S, T> make;

    LazyList(List<S> source, Function<S, T> make) {
        this.source = source;
        this.make = make;
    }

    @Override
    public T get(int index) {
        return make.apply(source.get(index));
    }

    @Override
    public int size() {
        return source.size();
    }
}
