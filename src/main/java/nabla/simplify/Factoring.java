package nabla.simplify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import nabla.simplify.Term.Kind;

/** Ways to take a common factor out of some terms of a sum: a power of a base, or the first or last matrix of products. */
final class Factoring {

    private final TermMaker terms;

    Factoring(TermMaker terms) {
        this.terms = terms;
    }

    /**
     * A sum with one factor taken out.
     *
     * @param nested whether it is a polynomial of that factor that is only nested, as in Horner's scheme: x(x + 1) + 3
     */
    record Factorisation(Term term, boolean nested) { }

    /** The sum with one factor taken out, for each of the factors that most terms have; the more terms, the fewer ways. */
    List<Factorisation> of(Term sum) {
        List<Way> ways = new ArrayList<>();
        for (Group group : bases(sum).values()) {
            ways.add(new Way(group.members, () -> new Factorisation(factored(sum, group), isNested(sum, group))));
        }
        addEnds(sum, true, ways);
        addEnds(sum, false, ways);
        int size = sum.arguments().size();
        return ways.stream().filter(way -> way.members.size() > 1)
                .sorted(Comparator.comparing((Way way) -> -way.members.size())).limit(size <= 4 ? 6 : size <= 6 ? 2 : 1)
                .map(way -> way.result.get()).toList();
    }

    /** Terms that have a factor in common, and the sum with it taken out. */
    private record Way(List<Integer> members, Supplier<Factorisation> result) { }

    private record Group(Term base, boolean above, List<Integer> members, List<Coefficient> exponents) { }

    private Map<Long, Group> bases(Term sum) {
        Map<Long, Group> groups = new TreeMap<>();
        for (int k = 0; k < sum.arguments().size(); k++) {
            Term item = sum.argument(k);
            if (item.is(Kind.PRODUCT)) {
                for (int j = 0; j < item.arguments().size(); j++) {
                    note(groups, item.argument(j), item.weights().get(j), k);
                }
            } else if (!item.is(Kind.NUMBER)) {
                note(groups, item, Coefficient.ONE, k);
            }
        }
        return groups;
    }

    private static void note(Map<Long, Group> groups, Term base, Coefficient exponent, int k) {
        boolean above = exponent.sign() > 0;
        Group group = groups.computeIfAbsent(2L * base.id() + (above ? 0 : 1),
                key -> new Group(base, above, new ArrayList<>(), new ArrayList<>()));
        group.members.add(k);
        group.exponents.add(exponent);
    }

    /** That of x(1 − x) is no scheme of Horner's: it is known as what it is. */
    private static boolean isNested(Term sum, Group group) {
        boolean complete = group.members.size() == sum.arguments().size();
        boolean mixed = group.exponents.stream().anyMatch(exponent -> !exponent.equals(group.exponents.get(0)));
        boolean logistic = group.members.size() == 2 && group.exponents.contains(Coefficient.ONE) && group.exponents.contains(Coefficient.of(2))
                && sum.weights().get(group.members.get(0)).equals(sum.weights().get(group.members.get(1)).negated());
        return mixed && !complete && !logistic;
    }

    private Term factored(Term sum, Group group) {
        Coefficient least = group.exponents.get(0);
        for (Coefficient exponent : group.exponents) {
            boolean closer = group.above ? exponent.compareTo(least) < 0 : exponent.compareTo(least) > 0;
            least = closer ? exponent : least;
        }
        List<Term> quotients = new ArrayList<>();
        for (int k : group.members) {
            quotients.add(terms.product(Coefficient.ONE, List.of(sum.argument(k), group.base),
                    List.of(Coefficient.ONE, least.negated())));
        }
        Term inner = terms.sum(quotients, group.members.stream().map(k -> sum.weights().get(k)).toList());
        Term product = terms.product(Coefficient.ONE, List.of(group.base, inner), List.of(least, Coefficient.ONE));
        return withRest(sum, group.members, product);
    }

    private Term withRest(Term sum, List<Integer> taken, Term product) {
        List<Term> rest = new ArrayList<>();
        List<Coefficient> weights = new ArrayList<>();
        for (int k = 0; k < sum.arguments().size(); k++) {
            if (!taken.contains(k)) {
                rest.add(sum.argument(k));
                weights.add(sum.weights().get(k));
            }
        }
        rest.add(product);
        weights.add(Coefficient.ONE);
        return terms.pool().stretch(terms.sum(rest, weights), sum.shape());
    }

    private void addEnds(Term sum, boolean first, List<Way> ways) {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int k = 0; k < sum.arguments().size(); k++) {
            Term chain = chain(sum.argument(k));
            if (chain != null) {
                groups.computeIfAbsent(end(chain, first).id(), key -> new ArrayList<>()).add(k);
            }
        }
        for (List<Integer> members : groups.values()) {
            ways.add(new Way(members, () -> new Factorisation(withRest(sum, members, joined(sum, members, first)), false)));
        }
    }

    private static Term end(Term chain, boolean first) {
        return chain.argument(first ? 0 : chain.arguments().size() - 1);
    }

    private Term joined(Term sum, List<Integer> members, boolean first) {
        List<Term> others = new ArrayList<>();
        Term end = null;
        for (int k : members) {
            Term item = sum.argument(k);
            Term chain = chain(item);
            int last = chain.arguments().size();
            end = end(chain, first);
            Term rest = terms.chain(first ? chain.arguments().subList(1, last) : chain.arguments().subList(0, last - 1));
            others.add(terms.times(terms.pool().unstretched(terms.over(item, chain)), rest));
        }
        Term inner = terms.sum(others, members.stream().map(k -> sum.weights().get(k)).toList());
        return terms.chain(first ? List.of(end, inner) : List.of(inner, end));
    }

    /** The chain among the factors of a term if all others are scalars; otherwise null. */
    private static Term chain(Term item) {
        if (item.is(Kind.CHAIN)) {
            return item;
        }
        Term chain = null;
        if (item.is(Kind.PRODUCT)) {
            for (int k = 0; k < item.arguments().size(); k++) {
                Term factor = item.argument(k);
                boolean matrix = factor.is(Kind.CHAIN) && item.weights().get(k).isOne() && chain == null;
                if (!matrix && !factor.shape().isScalar()) {
                    return null;
                }
                chain = matrix ? factor : chain;
            }
        }
        return chain;
    }
}
