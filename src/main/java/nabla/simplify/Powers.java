package nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Some factors of a product, each with its power. */
final class Powers {

    private final List<Term> bases = new ArrayList<>();
    private final List<Coefficient> powers = new ArrayList<>();

    /** Those of a product that are of some kind; its number is not among them. */
    static Powers of(Term product, Predicate<Term> kind) {
        Powers some = new Powers();
        for (int k = 0; k < product.arguments().size(); k++) {
            if (kind.test(product.argument(k))) {
                some.and(product.argument(k), product.weights().get(k));
            }
        }
        return some;
    }

    /** These and one more. */
    Powers and(Term base, Coefficient power) {
        bases.add(base);
        powers.add(power);
        return this;
    }

    boolean isEmpty() {
        return bases.isEmpty();
    }

    /** A number times all of them. */
    Term product(TermMaker terms, Coefficient number) {
        return terms.product(number, bases, powers);
    }
}
