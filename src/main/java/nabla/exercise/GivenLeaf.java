package nabla.exercise;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.formula.NumberText;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * A leaf of an exercise, and the numbers it may have.
 *
 * @param constant whether it is data, no derivative being taken with respect to it
 * @param pool     what each entry is drawn from; null for rows (a column as a whole) that add up to 1
 * @param parts    how many parts a row of those is divided into: a single 1, or tenths
 */
record GivenLeaf(String name, boolean constant, Shape shape, List<Double> pool, int parts) {

    private static final Pattern WRITTEN = Pattern.compile("(const )?([^ (]+)(?:\\(([0-9]+), ?([0-9]+)\\))? (?:in (.+)|(onehot|simplex))");

    private static final int TENTHS = 10;
    private static final int TRIES = 20;

    /** Reads {@code x in 1..4}, {@code X(2, 3) in -2..2}, {@code const y in 0 1}, {@code const Y(2, 3) onehot}. */
    static GivenLeaf of(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no values: " + text);
        }
        Shape shape = matcher.group(3) == null ? Shape.SCALAR
                : new Shape(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
        boolean constant = matcher.group(1) != null;
        String pool = matcher.group(5);
        return new GivenLeaf(matcher.group(2), constant, shape, pool == null ? null : constant ? data(pool) : Choices.numbers(pool),
                "simplex".equals(matcher.group(6)) ? TENTHS : 1);
    }

    /** A label may be 0. */
    private static List<Double> data(String pool) {
        return Choices.of(pool).stream().map(Double::parseDouble).toList();
    }

    GivenLeaf renamed(UnaryOperator<String> names) {
        return new GivenLeaf(names.apply(name), constant, shape, pool, parts);
    }

    Tensor draw(Dice dice) {
        if (pool != null) {
            Tensor drawn = Tensor.of(shape, k -> dice.pick(pool));
            for (int tries = 0; tries < TRIES && !constant && isRepetitive(drawn); tries++) {
                drawn = Tensor.of(shape, k -> dice.pick(pool));
            }
            return drawn;
        }
        int length = shape.columns() == 1 ? shape.rows() : shape.columns();
        Tensor rows = Tensor.zeros(shape);
        for (int start = 0; start < shape.count(); start += length) {
            for (int part = 0; part < parts; part++) {
                int entry = parts > length && part < length ? part : dice.below(length);
                rows.data()[start + entry] += 1;
            }
        }
        for (int k = 0; k < rows.count(); k++) {
            rows.data()[k] /= parts;
        }
        return rows;
    }

    /** Whether two neighbouring rows are the same, or all entries: nobody would write that on a blackboard. */
    private static boolean isRepetitive(Tensor matrix) {
        boolean same = matrix.count() > 1;
        for (int k = 1; k < matrix.count(); k++) {
            same &= matrix.at(k) == matrix.at(0);
        }
        for (int i = 1; i < matrix.rows() && matrix.columns() > 1; i++) {
            boolean row = true;
            for (int j = 0; j < matrix.columns(); j++) {
                row &= matrix.get(i, j) == matrix.get(i - 1, j);
            }
            same |= row;
        }
        return same;
    }

    /** The definition with a value: {@code x = 1}, {@code const Y = [0, 1; 1, 0]}. */
    String text(Tensor value) {
        return (constant ? "const " : "") + name + " = " + literal(value);
    }

    private static String literal(Tensor value) {
        if (value.shape().isScalar()) {
            return NumberText.of(value.at(0));
        }
        return "[" + value.joined(NumberText::of, ", ", "; ") + "]";
    }
}
