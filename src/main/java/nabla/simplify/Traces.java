package nabla.simplify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nabla.op.Diagonals;
import nabla.simplify.Term.Kind;

/**
 * Canonical traces: that of a sum is the sum of the traces, and of the ways to go round a product, in both directions, one is taken
 * (Petersen and Pedersen, The Matrix Cookbook, 2012, 1.1).
 */
final class Traces {

    private final Terms terms;

    Traces(Terms terms) {
        this.terms = terms;
    }

    Term of(Term matrix) {
        if (matrix.is(Kind.SUM)) {
            return terms.sum(matrix.arguments().stream().map(part -> of(terms.pool().stretch(part, matrix.shape()))).toList(), matrix.weights());
        }
        Term diagonal = Matrices.diagonal(terms, matrix);
        if (diagonal != null) {
            return terms.total(-1, diagonal);
        }
        if (matrix.is(Kind.PRODUCT)) {
            return scaled(matrix);
        }
        return matrix.is(Kind.CHAIN) ? round(matrix.arguments()) : call(matrix.isCall("transpose") ? matrix.argument(0) : matrix);
    }

    private Term call(Term matrix) {
        return terms.pool().call(new Diagonals.Trace(), List.of(matrix));
    }

    private Term scaled(Term product) {
        List<Term> scalars = new ArrayList<>();
        List<Coefficient> scalarPowers = new ArrayList<>();
        List<Term> rest = new ArrayList<>();
        List<Coefficient> restPowers = new ArrayList<>();
        for (int k = 0; k < product.arguments().size(); k++) {
            boolean scalar = product.argument(k).shape().isScalar();
            (scalar ? scalars : rest).add(product.argument(k));
            (scalar ? scalarPowers : restPowers).add(product.weights().get(k));
        }
        Term inner = terms.product(Coefficient.ONE, rest, restPowers);
        scalars.add(inner.is(Kind.PRODUCT) ? call(inner) : of(inner));
        scalarPowers.add(Coefficient.ONE);
        return terms.product(product.factor(), scalars, scalarPowers);
    }

    private Term round(List<Term> factors) {
        List<Term> turned = new ArrayList<>();
        factors.forEach(factor -> turned.add(0, terms.transpose(factor)));
        List<Term> products = new ArrayList<>();
        for (List<Term> way : List.of(factors, turned)) {
            for (int start = 0; start < way.size(); start++) {
                List<Term> rotated = new ArrayList<>(way.subList(start, way.size()));
                rotated.addAll(way.subList(0, start));
                products.add(terms.chain(rotated));
            }
        }
        Term number = products.stream().filter(product -> product.shape().isScalar()).findFirst().orElse(null);
        return number != null ? number : call(products.stream().min(Comparator.comparingInt(Term::id)).orElseThrow());
    }
}
