package nabla.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An axis: what it spans, in round numbers, and the marks on it. Logarithmic where positive numbers span more than a power of ten. */
record Scale(double low, double high, boolean logarithmic, List<Double> marks) {

    private static final int MARKS = 5;
    /** Powers of ten; what is smaller lies on the axis. */
    private static final int DECADES = 16;

    /** For some numbers, of which at least one is finite; {@code even} forbids a logarithmic one. */
    static Scale of(double[] numbers, boolean even) {
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        double least = Arrays.stream(finite).min().orElse(0);
        double most = Arrays.stream(finite).max().orElse(1);
        double positive = Arrays.stream(finite).filter(number -> number > 0).min().orElse(Double.NaN);
        return !even && least >= 0 && most > 10 * positive ? logarithmic(positive, most) : even(least, most);
    }

    private static Scale logarithmic(double least, double most) {
        int high = (int) Math.ceil(Math.log10(most) - 1e-9);
        int low = Math.max(high - DECADES, (int) Math.floor(Math.log10(least) + 1e-9));
        int step = 1 + (high - low - 1) / MARKS;
        List<Double> marks = new ArrayList<>();
        for (int exponent = low; exponent <= high; exponent += step) {
            marks.add(Double.parseDouble("1e" + exponent));
        }
        return new Scale(Math.pow(10, low), Math.pow(10, high), true, marks);
    }

    private static Scale even(double least, double most) {
        double rough = (most > least ? most - least : Math.max(1, Math.abs(most))) / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        long from = (long) Math.floor(least / step + 1e-9);
        long to = Math.max(from + 1, (long) Math.ceil(most / step - 1e-9));
        List<Double> marks = new ArrayList<>();
        for (long k = from; k <= to; k++) {
            marks.add(k * step);
        }
        return new Scale(from * step, to * step, false, marks);
    }

    /** Where a number lies, from 0 to 1. */
    double place(double number) {
        double place = logarithmic ? (Math.log10(Math.max(number, low)) - Math.log10(low)) / (Math.log10(high) - Math.log10(low)) : (number - low) / (high - low);
        return Math.min(1, Math.max(0, place));
    }
}
