package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.op.Blocks;
import nabla.syntax.Expression;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Builds {@code [a, b; c, d]}: of numbers alone a constant, otherwise blocks. */
record Brackets(Expressions expressions) {

    Node build(Expression.Brackets brackets, String name) {
        List<List<Expression>> rows = rows(brackets);
        try {
            Tensor numbers = numbers(rows);
            if (numbers != null) {
                return expressions.named(expressions.origin(new Constant(numbers), brackets.span()), name, brackets.span());
            }
            List<List<Node>> blocks = new ArrayList<>();
            for (List<Expression> row : rows) {
                blocks.add(row.stream().map(entry -> expressions.build(entry, null)).toList());
            }
            return expressions.origin(Blocks.of(name, blocks), brackets.span());
        } catch (ShapeMismatch mismatch) {
            throw Fault.shape(brackets.span(), mismatch);
        }
    }

    /** The rows: {@code [[1, 2], [3, 4]]} lists them, where every entry is in brackets without a semicolon. */
    private static List<List<Expression>> rows(Expression.Brackets brackets) {
        if (!listsRows(brackets)) {
            return brackets.rows();
        }
        List<Expression> listed = brackets.rows().get(0);
        if (listed.size() > 1 && listed.stream().allMatch(entry -> listsRows((Expression.Brackets) entry))) {
            throw Fault.at(brackets.span(), "a literal of three dimensions: values are matrices", "write a matrix for each of its parts, or put them side by side: [A, B]");
        }
        List<List<Expression>> rows = new ArrayList<>();
        for (Expression entry : listed) {
            Expression.Brackets inner = (Expression.Brackets) entry;
            if (listsRows(inner) && brackets.rows().get(0).size() > 1) {
                throw Fault.at(entry.span(), "a literal of three dimensions: a matrix has two", "write its rows side by side, [1, 2; 3, 4]");
            }
            rows.add(listsRows(inner) ? List.of(inner) : inner.rows().get(0));
        }
        return rows;
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
                boolean negative = entry instanceof Expression.Negative;
                Expression positive = negative ? ((Expression.Negative) entry).operand() : entry;
                if (row.size() != columns || !(positive instanceof Expression.Number number)) {
                    return null;
                }
                data[next++] = negative ? -number.value() : number.value();
            }
        }
        return new Tensor(new Shape(rows.size(), columns), data);
    }
}
