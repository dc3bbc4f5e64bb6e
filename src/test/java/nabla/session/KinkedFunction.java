package nabla.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A random function with kinks at a point, as text, and its gradients close by from an enumeration of its pieces. */
final class KinkedFunction {

    private static final int DIRECTIONS = 4000;
    private static final double[] FACTORS = {1, -1, 2, -2, 0.5, -1.5};

    private final SplittableRandom random;
    final double[] x;
    final String text;
    final List<double[]> gradients = new ArrayList<>();

    /** A part of a function: as text, and its piece in a direction. */
    private record Part(String text, Function<double[], Piece> piece) { }

    KinkedFunction(long seed) {
        random = new SplittableRandom(seed);
        x = new double[1 + random.nextInt(4)];
        double tie = random.nextInt(-2, 3);
        for (int k = 0; k < x.length; k++) {
            x[k] = k == 0 || random.nextInt(4) > 0 ? tie : random.nextInt(-3, 4);
        }
        Part sum = term();
        for (int more = random.nextInt(3); more > 0; more--) {
            Part a = sum;
            Part b = term();
            sum = new Part(a.text + " + " + b.text, d -> a.piece.apply(d).plus(b.piece.apply(d)));
        }
        Part all = random.nextInt(4) > 0 ? sum : exponential(sum);
        text = all.text;
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] direction = random.doubles(x.length, -1, 1).toArray();
            double[] gradient = all.piece.apply(direction).gradient();
            if (gradients.stream().noneMatch(other -> isSame(other, gradient))) {
                gradients.add(gradient);
            }
        }
    }

    private static boolean isSame(double[] a, double[] b) {
        double off = 0;
        for (int k = 0; k < a.length; k++) {
            off = Math.max(off, Math.abs(a[k] - b[k]));
        }
        return off < 1e-9;
    }

    private static Part exponential(Part of) {
        return new Part("exp(0.25*(" + of.text + "))", d -> of.piece.apply(d).times(0.25).exp());
    }

    private double factor() {
        return FACTORS[random.nextInt(FACTORS.length)];
    }

    private String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private Part entry(int k) {
        return new Part("x[" + k + "]", d -> Piece.entry(x, k, d));
    }

    /** A linear expression that is 0 at the point. */
    private Part zero() {
        int i = random.nextInt(x.length);
        int j = random.nextInt(x.length);
        double a = factor();
        double b = i == j ? 0 : factor();
        double rest = a * x[i] + b * x[j];
        String text = number(a) + "*x[" + i + "]" + (b == 0 ? "" : " + " + number(b) + "*x[" + j + "]") + " - " + number(rest);
        return new Part("(" + text + ")", d -> Piece.entry(x, i, d).times(a).plus(Piece.entry(x, j, d).times(b)).minus(Piece.number(rest, d)));
    }

    private static Part of(Part a, String before, String after, UnaryOperator<Piece> function) {
        return new Part(before + a.text + after, d -> function.apply(a.piece.apply(d)));
    }

    private static Part of(Part a, Part b, String format, BinaryOperator<Piece> function) {
        return new Part(format.replace("A", a.text).replace("B", b.text), d -> function.apply(a.piece.apply(d), b.piece.apply(d)));
    }

    private Part term() {
        double factor = factor();
        Part kinked = kinked();
        return new Part(number(factor) + "*(" + kinked.text + ")", d -> kinked.piece.apply(d).times(factor));
    }

    private Part kinked() {
        Part a = zero();
        Part b = zero();
        Part c = zero();
        return switch (random.nextInt(20)) {
            case 0 -> of(a, "relu(", ")", Piece::relu);
            case 1 -> of(a, "abs(", ")", Piece::abs);
            case 2 -> of(a, b, "max(A, B)", Piece::max);
            case 3 -> of(a, b, "min(A, B)", Piece::min);
            case 4 -> of(of(a, b, "max(A, B", Piece::max), c, "A, B)", Piece::max);
            case 5 -> of(a, "clip(", ", -0, 1)", Piece::relu);
            case 6 -> of(a, "where(" + a.text + " > 0, 3*", ", " + a.text + ")", p -> p.isPositive() ? p.times(3) : p);
            case 7 -> of(a, a.text + "*(", " > 0)", Piece::relu);
            case 8 -> of(a, b, "norm([A; B])", Piece::norm);
            case 9 -> of(a, "sqrt(", "^2)", Piece::abs);
            case 10 -> new Part("max(min(" + a.text + ", " + b.text + "), min(max(" + a.text + ", " + b.text + "), " + c.text + "))", d -> {
                Piece p = a.piece.apply(d);
                Piece q = b.piece.apply(d);
                return p.min(q).max(p.max(q).min(c.piece.apply(d)));
            });
            case 11 -> new Part("max(x)", this::largest);
            case 12 -> of(a, "relu(", ")^2", p -> p.relu().times(p.relu()));
            case 13 -> of(a, a.text + "*abs(", ")", p -> p.times(p.abs()));
            case 14 -> of(a, "relu(" + a.text + ") - relu(-", ")", p -> p);
            case 15 -> of(a, b, "max(A, B) + log1p(exp(-abs(A - B)))", (p, q) -> q.plus(p.minus(q).softplus()));
            case 16 -> of(a, "max(" + a.text + ", 0) + min(0, ", ")", p -> p);
            case 17 -> of(a, b, "norm([A; B])^2", (p, q) -> p.times(p).plus(q.times(q)));
            case 18 -> of(of(a, "abs(", ")", Piece::abs), of(b, "relu(", ")", Piece::relu), "max(A, B)", Piece::max);
            default -> of(a, "sin(", ") + abs(" + a.text + ")", p -> p.sin().plus(p.abs()));
        };
    }

    private Piece largest(double[] direction) {
        Piece largest = Piece.entry(x, 0, direction);
        for (int k = 1; k < x.length; k++) {
            largest = largest.max(Piece.entry(x, k, direction));
        }
        return largest;
    }

    boolean isSmooth() {
        return gradients.size() == 1;
    }

    /** A convex combination of the gradients close by: one of them, or a mixture. */
    double[] inside() {
        double[] inside = new double[x.length];
        double[] weights = gradients.stream().mapToDouble(gradient -> random.nextInt(4) == 0 ? random.nextDouble() : 0).toArray();
        double total = Arrays.stream(weights).sum();
        int one = random.nextInt(weights.length);
        for (int i = 0; i < weights.length; i++) {
            double weight = total == 0 || random.nextInt(3) == 0 && i == -1 ? (i == one ? 1 : 0) : weights[i] / total;
            for (int k = 0; k < inside.length; k++) {
                inside[k] += weight * gradients.get(i)[k];
            }
        }
        return inside;
    }

    /** Beyond the largest slope along some direction, by a twentieth of what is usual here or more. */
    double[] outside() {
        double[] outside = inside();
        double[] direction = random.doubles(x.length, -1, 1).toArray();
        double norm = Math.sqrt(Arrays.stream(direction).map(entry -> entry * entry).sum());
        double most = Double.NEGATIVE_INFINITY;
        double size = 0.1;
        for (double[] gradient : gradients) {
            most = Math.max(most, along(gradient, direction) / norm);
            size = Math.max(size, Math.sqrt(along(gradient, gradient)));
        }
        double by = most - along(outside, direction) / norm + size * (0.05 + random.nextDouble());
        for (int k = 0; k < outside.length; k++) {
            outside[k] += by * direction[k] / norm;
        }
        return outside;
    }

    private static double along(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
