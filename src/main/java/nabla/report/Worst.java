package nabla.report;

import java.util.List;

/** The entry that is furthest off: by how many error bars, and both values there. */
public record Worst(List<Integer> entry, double bars, double backprop, double estimate, double error, Point point) {

    /** A point by its number, from 0; with sampled inputs there are several. */
    public record Point(int index) { }
}
