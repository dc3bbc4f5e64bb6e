package nabla.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.op.Blocks;
import nabla.op.Concat;
import nabla.syntax.Expression;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Builds {@code [a, b; c, d]}: of numbers alone a constant, otherwise blocks. */
record Brackets(Construction construction) {

    Node build(Expression.Brackets brackets, String name) {
        if (depth(brackets) > 2) {
            return tensor(brackets, name);
        }
        List<List<Expression>> rows = rows(brackets);
        try {
            Tensor numbers = numbers(rows);
            if (numbers != null) {
                return construction.named(construction.origin(new Constant(numbers), brackets.span()), name, brackets.span());
            }
            List<List<Node>> blocks = new ArrayList<>();
            for (List<Expression> row : rows) {
                blocks.add(row.stream().map(entry -> construction.build(entry, null)).toList());
            }
            return construction.origin(Blocks.of(name, blocks), brackets.span());
        } catch (ShapeMismatch mismatch) {
            throw Fault.shape(brackets.span(), mismatch);
        }
    }

    /** The rows: {@code [[1, 2], [3, 4]]} lists them, where every entry is in brackets without a semicolon. */
    private static List<List<Expression>> rows(Expression.Brackets brackets) {
        if (!listsRows(brackets)) {
            return brackets.rows();
        }
        return brackets.rows().get(0).stream().map(entry -> ((Expression.Brackets) entry).rows().get(0)).toList();
    }

    /** How many brackets stand around each entry: 2 where they list rows, 3 where they list matrices; entries with semicolons are blocks. */
    private static int depth(Expression.Brackets brackets) {
        int depth = 1;
        Expression.Brackets inner = brackets;
        while (listsRows(inner)) {
            Expression.Brackets deepest = inner;
            for (Expression entry : inner.rows().get(0)) {
                deepest = deepest == inner || listsRows((Expression.Brackets) entry) ? (Expression.Brackets) entry : deepest;
            }
            inner = deepest;
            depth++;
        }
        return depth;
    }

    /** A literal of three dimensions or more: of numbers a constant, otherwise its parts stacked. */
    private Node tensor(Expression.Brackets brackets, String name) {
        int depth = depth(brackets);
        if (depth > Shape.MOST_DIMENSIONS) {
            throw Fault.refused(brackets.span(), "a literal of " + depth + " dimensions", "at most " + Shape.MOST_DIMENSIONS + " are worked with");
        }
        List<Expression> parts = brackets.rows().get(0);
        for (Expression part : parts) {
            int own = depth((Expression.Brackets) part);
            if (own != depth - 1) {
                throw Fault.at(part.span(), "a part of " + own + (own == 1 ? " dimension" : " dimensions") + " beside one of " + (depth - 1),
                        "every entry of a literal of " + depth + " dimensions stands in " + depth + " brackets");
            }
        }
        List<Node> nodes = parts.stream().map(part -> build((Expression.Brackets) part, null)).toList();
        for (int k = 1; k < nodes.size(); k++) {
            if (!nodes.get(k).shape().equals(nodes.get(0).shape())) {
                throw Fault.shape(parts.get(k).span(), "part " + k + " of the literal is " + nodes.get(k).shape() + ", the first one "
                        + nodes.get(0).shape(), "all parts need the same sizes");
            }
        }
        int dimensions = nodes.get(0).shape().dimensions() + 1;
        if (dimensions > Shape.MOST_DIMENSIONS) {
            throw Fault.refused(brackets.span(), "a literal of " + dimensions + " dimensions; " + Shape.MOST_DIMENSIONS + " are the most", null);
        }
        if (nodes.stream().allMatch(Constant.class::isInstance)) {
            int[] sizes = new int[nodes.get(0).shape().dimensions() + 1];
            System.arraycopy(nodes.get(0).shape().sizes(), 0, sizes, 1, sizes.length - 1);
            sizes[0] = nodes.size();
            double[] data = nodes.stream().flatMapToDouble(node -> Arrays.stream(((Constant) node).value().data())).toArray();
            Node constant = construction.origin(new Constant(new Tensor(Shape.of(sizes), data)), brackets.span());
            return construction.named(constant, name, brackets.span());
        }
        return construction.origin(Concat.stack(name, nodes, 0), brackets.span());
    }

    private static boolean listsRows(Expression.Brackets brackets) {
        return brackets.rows().size() == 1 && brackets.rows().get(0).stream()
                .allMatch(entry -> entry instanceof Expression.Brackets inner && inner.rows().size() == 1);
    }

    /** The matrix, if every entry is a number; otherwise null. */
    private Tensor numbers(List<List<Expression>> rows) {
        int columns = rows.get(0).size();
        double[] data = new double[rows.size() * columns];
        int next = 0;
        for (List<Expression> row : rows) {
            for (Expression entry : row) {
                boolean negative = entry instanceof Expression.Negation;
                Expression positive = negative ? ((Expression.Negation) entry).operand() : entry;
                if (row.size() != columns || !(positive instanceof Expression.Number number)) {
                    return null;
                }
                data[next++] = negative ? -number.value() : number.value();
            }
        }
        return new Tensor(new Shape(rows.size(), columns), data);
    }
}
