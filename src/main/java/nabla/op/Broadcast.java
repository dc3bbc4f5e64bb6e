package nabla.op;

import java.util.List;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Region;
import nabla.tensor.Shape;

/** Stretching sizes of 1, as NumPy does: which shapes fit entry by entry, and where an entry of the result finds its operand. */
final class Broadcast {

    private Broadcast() { }

    /**
     * The common shape of the operands of an entry-by-entry operation.
     *
     * @throws ShapeMismatch naming the shapes, if there is none
     */
    static Shape shape(String operation, List<Shape> operands) {
        Shape common = operands.get(0);
        for (int k = 1; k < operands.size(); k++) {
            Shape operand = operands.get(k);
            Shape wider = common.broadcast(operand);
            if (wider == null) {
                throw new ShapeMismatch(operation + " does not fit " + common + " and " + operand
                        + ", entry by entry", hint(operation, common, operand));
            }
            common = wider;
        }
        return common;
    }

    private static String hint(String operation, Shape left, Shape right) {
        if (operation.equals("*") && left.columns() == right.rows()) {
            return "did you mean A @ B?";
        }
        if (operation.equals("*") && left.rows() == right.rows()) {
            return "did you mean A.T @ B?";
        }
        if (operation.equals("*") && left.columns() == right.columns()) {
            return "did you mean A @ B.T?";
        }
        if (left.equals(right.transposed()) || left.broadcast(right.transposed()) != null) {
            return "did you mean B.T?";
        }
        return "sizes have to be equal, or 1";
    }

    /** Where the entries of a broadcast operand are, in its own line-by-line array. */
    static final class Steps {

        private final Shape operand;
        private final Shape result;
        private final int down;
        private final int across;
        /** For each line of the result that of the operand; null where it is the same one, there is only one, or few are asked for. */
        private final int[] lines;
        private final boolean same;

        private Steps(Shape operand, Shape result, boolean few) {
            this.operand = operand;
            this.result = result;
            this.down = operand.lines() == 1 ? 0 : operand.columns();
            this.across = operand.columns() == 1 ? 0 : 1;
            this.same = down == 0 || operand.lines() == result.lines();
            this.lines = same || few ? null : operand.stretchedLines(result);
        }

        static Steps of(Shape operand, Shape result) {
            return new Steps(operand, result, false);
        }

        /** For a part of the result. */
        static Steps of(Shape operand, Shape result, Region part) {
            return new Steps(operand, result, part.lines() < result.lines() / 4);
        }

        int at(int line, int column) {
            return same ? line * down + column * across : stretched(line) * down + column * across;
        }

        /** Of entry k of the result. */
        int at(int k) {
            return at(k / result.columns(), k % result.columns());
        }

        int line(int line) {
            return down == 0 ? 0 : same ? line : stretched(line);
        }

        private int stretched(int line) {
            return lines != null ? lines[line] : operand.stretchedLine(line, result);
        }

        int column(int column) {
            return column * across;
        }
    }
}
