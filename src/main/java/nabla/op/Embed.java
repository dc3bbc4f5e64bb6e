package nabla.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;

/** Zeros with a smaller matrix in some rows and columns of them: what a {@link Slice} sends back. */
public record Embed(Strip rows, Strip columns) implements Op {

    /** A matrix in the top left corner of a larger one. */
    static Embed topLeft(Shape small, Shape large) {
        return new Embed(new Strip(large.rows(), 0, small.rows(), 1), new Strip(large.columns(), 0, small.columns(), 1));
    }

    @Override
    public String symbol() {
        return "embed";
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        Shape of = new Shape(rows.count(), columns.count());
        if (!arguments.get(0).equals(of)) {
            throw new ShapeMismatch("a place for a " + of + " matrix does not fit " + arguments.get(0), null);
        }
        return new Shape(rows.length(), columns.length());
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        Arrays.fill(result.data(), 0);
        for (int k = 0; k < arguments[0].count(); k++) {
            result.data()[Strip.place(rows, columns, k)] = arguments[0].at(k);
        }
    }

    @Override
    public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Numbers<T> small = arguments.get(0);
        T zero = small.at(0).getField().getZero();
        result.entries().replaceAll(old -> zero);
        for (int k = 0; k < small.count(); k++) {
            result.set(Strip.place(rows, columns, k), small.at(k));
        }
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return new Apply(new Slice(rows, columns), gradient);
    }

    /** Zeros above and below, or left and right, {@code [zeros(1, 3); G]}; otherwise {@code eye(4)[:, 1:3] @ G @ eye(5)[2, :]}. */
    @Override
    public Formula formula(List<Formula> arguments) {
        Formula small = arguments.get(0);
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

    /** At most one block. */
    private static List<Formula> zeros(int rows, int columns) {
        if (rows == 0 || columns == 0) {
            return List.of();
        }
        return List.of(rows == 1 && columns == 1 ? Formula.number(0)
                : Leaves.filled(0, Formula.number(rows), Formula.number(columns)));
    }

    private static Formula eye(int size) {
        return Leaves.eye(Formula.number(size));
    }
}
