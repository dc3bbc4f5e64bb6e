package nabla.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.formula.Formula;
import nabla.formula.Notation;
import nabla.graph.OpFacts;
import nabla.tensor.Offsets;
import nabla.tensor.Shape;

/** {@code A[0:2, 1]}: along each dimension some of the indices. */
final class Strips extends Selection {

    private static final OpFacts FACTS = OpFacts.of("slice");

    private final List<Strip> strips;
    private final int dropped;

    /**
     * Of a tensor of such sizes.
     *
     * @param dropped how many leading dimensions, all of which are of size 1 then, the part does not have
     */
    Strips(List<Strip> strips, int dropped) {
        super(FACTS, whole(strips), part(strips, dropped), List.of(strips, dropped));
        this.strips = strips;
        this.dropped = dropped;
    }

    /** Of a shape some along one dimension, and everything along the others. */
    static Strips along(int dimension, Strip strip, Shape shape) {
        List<Strip> strips = new ArrayList<>(Arrays.stream(shape.sizes()).mapToObj(Strip::all).toList());
        strips.set(dimension, strip);
        return new Strips(strips, 0);
    }

    /** A smaller tensor at the first corner of a larger one. */
    static Strips corner(Shape small, Shape large) {
        List<Strip> strips = new ArrayList<>();
        for (int d = 0; d < large.dimensions(); d++) {
            strips.add(new Strip(large.size(d), 0, small.size(d), 1));
        }
        return new Strips(strips, 0);
    }

    private static Shape whole(List<Strip> strips) {
        return Shape.of(strips.stream().mapToInt(Strip::length).toArray());
    }

    private static Shape part(List<Strip> strips, int dropped) {
        return Shape.of(strips.stream().skip(dropped).mapToInt(Strip::count).toArray());
    }

    @Override
    int[] find() {
        int[] steps = Offsets.steps(whole().sizes());
        int start = 0;
        for (int d = 0; d < steps.length; d++) {
            start += strips.get(d).from() * steps[d];
            steps[d] *= strips.get(d).step();
        }
        int[] places = Offsets.of(strips.stream().mapToInt(Strip::count).toArray(), steps);
        for (int k = 0; k < places.length; k++) {
            places[k] += start;
        }
        return places;
    }

    @Override
    Formula taken(Formula whole) {
        if (strips.size() > 2) {
            return new Formula.Index(whole, subscripts());
        }
        List<Formula> all = strips.stream().map(Strip::formula).toList();
        boolean row = all.size() == 2 && strips.get(0).length() == 1 && strips.get(1).length() > 1;
        boolean column = all.size() == 2 && strips.get(1).length() == 1;
        return new Formula.Index(whole, row ? all.subList(1, 2) : column ? all.subList(0, 1) : all);
    }

    /** Of a tensor: a leading number would drop its dimension, so that one that is kept is a range. */
    private List<Formula> subscripts() {
        List<Formula> all = new ArrayList<>(strips.stream().map(Strip::formula).toList());
        if (dropped < strips.size() - 2 && all.get(dropped) instanceof Formula.Number first) {
            all.set(dropped, new Formula.Range(first, Formula.number(first.value() + 1), null));
        }
        return all;
    }

    /** Zeros above and below, or left and right, {@code [zeros(1, 3); G]}; otherwise {@code eye(4)[:, 1:3] @ G @ eye(5)[2, :]}. */
    @Override
    Formula put(Formula small) {
        if (strips.size() > 2) {
            return padded(small);
        }
        Strip rows = strips.get(0);
        Strip columns = strips.get(1);
        if (columns.isAll() && rows.isContiguous()) {
            List<List<Formula>> blocks = new ArrayList<>();
            zeros(rows.from(), columns.length()).forEach(zeros -> blocks.add(List.of(zeros)));
            blocks.add(List.of(small));
            zeros(rows.after(), columns.length()).forEach(zeros -> blocks.add(List.of(zeros)));
            return Blocks.inBrackets(blocks);
        }
        if (rows.isAll() && columns.isContiguous()) {
            List<Formula> blocks = new ArrayList<>(zeros(rows.length(), columns.from()));
            blocks.add(small);
            blocks.addAll(zeros(rows.length(), columns.after()));
            return Blocks.inBrackets(List.of(blocks));
        }
        Formula product = small;
        Formula.Range all = new Formula.Range(null, null, null);
        if (!rows.isAll()) {
            product = Formula.infix("@", new Formula.Index(eye(rows.length()), List.of(all, rows.formula())), product);
        }
        if (!columns.isAll()) {
            product = Formula.infix("@", product, new Formula.Index(eye(columns.length()), List.of(columns.formula(), all)));
        }
        return product;
    }

    /** {@code pad(G, 1, 1)}, from the last dimension on; where what is taken lies apart, by products with rows of the identity. */
    private Formula padded(Formula small) {
        List<Formula> reshaped = new ArrayList<>(List.of(small));
        strips.forEach(strip -> reshaped.add(Formula.number(strip.count())));
        Formula part = dropped == 0 ? small : Formula.call("reshape", reshaped, Notation.MATRIX);
        boolean turned = strips.stream().allMatch(strip -> strip.isAll() || strip.count() == strip.length() && strip.step() == -1);
        if (turned) {
            return taken(part);
        }
        if (!strips.stream().allMatch(Strip::isContiguous)) {
            return spread(part);
        }
        List<Formula> widths = new ArrayList<>(List.of(part));
        int first = 0;
        while (first < strips.size() - 1 && strips.get(first).isAll()) {
            first++;
        }
        for (int d = strips.size() - 1; d >= first; d--) {
            widths.add(Formula.number(strips.get(d).from()));
            widths.add(Formula.number(strips.get(d).after()));
        }
        return Formula.call("pad", widths, Notation.MATRIX);
    }

    private Formula spread(Formula part) {
        StringBuilder letters = new StringBuilder();
        StringBuilder result = new StringBuilder();
        StringBuilder others = new StringBuilder();
        List<Formula> operands = new ArrayList<>(List.of(part));
        for (int d = 0; d < strips.size(); d++) {
            char own = (char) ('a' + d);
            letters.append(own);
            result.append(strips.get(d).isAll() ? own : Character.toUpperCase(own));
            if (!strips.get(d).isAll()) {
                others.append(',').append(own).append(Character.toUpperCase(own));
                operands.add(new Formula.Index(eye(strips.get(d).length()), List.of(strips.get(d).formula(), new Formula.Range(null, null, null))));
            }
        }
        operands.add(0, new Formula.Quotation(letters.toString() + others + "->" + result));
        return Formula.call("einsum", operands, Notation.MATRIX);
    }

    /** At most one block. */
    private static List<Formula> zeros(int rows, int columns) {
        if (rows == 0 || columns == 0) {
            return List.of();
        }
        return List.of(rows == 1 && columns == 1 ? Formula.number(0)
                : Leaves.filled(0, List.of(Formula.number(rows), Formula.number(columns))));
    }

    private static Formula eye(int size) {
        return Leaves.eye(Formula.number(size));
    }
}
