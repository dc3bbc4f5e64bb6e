package nabla.op;

import nabla.tensor.Shape;

/**
 * How the entries of a matrix, counted row by row, fall into groups that are reduced together.
 *
 * @param count   how many groups
 * @param size    how many entries in each
 * @param between from the first entry of a group to that of the next
 * @param within  from an entry to the next of its group
 */
record Groups(int count, int size, int between, int within) {

    /** Columns for axis 0, rows for axis 1, otherwise one group of all entries. */
    static Groups of(Shape shape, int axis) {
        return switch (axis) {
            case 0 -> new Groups(shape.columns(), shape.rows(), 1, shape.columns());
            case 1 -> new Groups(shape.rows(), shape.columns(), shape.columns(), 1);
            default -> new Groups(1, shape.count(), 0, 1);
        };
    }

    /** One group an example; {@link Axis#ALL} is one example a row, or a vector as a whole. */
    static Groups ofClasses(Shape shape, int axis) {
        return of(shape, Axis.ofClasses(shape, axis));
    }

    /** Where entry k of a group lies. */
    int index(int group, int k) {
        return group * between + k * within;
    }
}
