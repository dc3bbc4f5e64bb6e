package nabla.simplify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nabla.graph.Meaning;
import nabla.limit.Stop;
import nabla.op.Diagonals;
import nabla.simplify.Term.Kind;

/**
 * Canonical traces: that of a sum is the sum of the traces, and of the ways to go round a product, in both directions, one is taken
 * (Petersen and Pedersen, The Matrix Cookbook, 2012, 1.1).
 */
final class Traces {

    private final TermMaker terms;

    Traces(TermMaker terms) {
        this.terms = terms;
    }

    Term of(Term matrix) {
        Stop.ifAsked();
        if (matrix.is(Kind.SUM)) {
            return terms.each(matrix, this::of);
        }
        Term diagonal = Matrices.diagonal(terms, matrix);
        if (diagonal != null) {
            return terms.total(-1, diagonal);
        }
        if (matrix.is(Kind.PRODUCT)) {
            return scaled(matrix);
        }
        return matrix.is(Kind.CHAIN) ? round(matrix.arguments()) : call(matrix.isCall(Meaning.TRANSPOSE) ? matrix.argument(0) : matrix);
    }

    private Term call(Term matrix) {
        return terms.pool().call(new Diagonals.Trace(), List.of(matrix));
    }

    private Term scaled(Term product) {
        Powers scalars = Powers.of(product, factor -> factor.shape().isScalar());
        Term inner = Powers.of(product, factor -> !factor.shape().isScalar()).product(terms, Coefficient.ONE);
        return scalars.and(inner.is(Kind.PRODUCT) ? call(inner) : of(inner), Coefficient.ONE).product(terms, product.factor());
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
