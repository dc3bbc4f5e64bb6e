package nabla.tensor;

/** The size of a matrix. A scalar is 1×1, a column vector n×1, a row vector 1×n. */
public record Shape(int rows, int columns) {

    public static final Shape SCALAR = new Shape(1, 1);

    /** How many entries. */
    public int count() {
        return rows * columns;
    }

    public boolean isScalar() {
        return rows == 1 && columns == 1;
    }

    /** Whether a row or a column (a scalar is both). */
    public boolean isVector() {
        return rows == 1 || columns == 1;
    }

    public Shape transposed() {
        return new Shape(columns, rows);
    }

    /** The shape of an entry-by-entry operation on the two, as in NumPy; null if they do not fit. */
    public Shape broadcast(Shape other) {
        if (equals(other)) {
            return this;
        }
        if (rows != other.rows && rows != 1 && other.rows != 1
                || columns != other.columns && columns != 1 && other.columns != 1) {
            return null;
        }
        return new Shape(Math.max(rows, other.rows), Math.max(columns, other.columns));
    }

    /** Which entry of a matrix of this shape broadcasting puts at entry k of a larger one. */
    public int stretched(int k, Shape larger) {
        int row = rows == 1 ? 0 : k / larger.columns;
        int column = columns == 1 ? 0 : k % larger.columns;
        return row * columns + column;
    }

    /** For example {@code 4×2}. */
    @Override
    public String toString() {
        return rows + "×" + columns;
    }
}
