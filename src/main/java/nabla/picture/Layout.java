package nabla.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.diagram.Arrangement;
import nabla.diagram.Arrangement.Route;
import nabla.diagram.Arrangement.Spot;
import nabla.diagram.Box;
import nabla.source.Display;

/** Where figures stand and lines go, in points (1/72 inch) from the upper left corner. Letters are as wide as those of a typewriter. */
final class Layout {

    /** Of a letter, at a size of 12 points. */
    static final double LETTER = 7.25;
    /** The same at a size of 10 points, of local derivatives. */
    static final double SMALL_LETTER = LETTER * 10 / 12;
    static final int ROW = 19;

    private static final int MARGIN = 16;
    private static final int PADDING = 9;
    private static final int LEAST_GAP = 44;
    private static final int PER_LINE = 4;
    private static final int EXPRESSION = 30;

    private final List<Place> places = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final double width;
    private final double height;

    /**
     * The frame of a figure.
     *
     * @param label its lines, inside
     */
    record Place(double x, double y, double width, double height, List<String> label) {

        double middle() {
            return x + width / 2;
        }
    }

    /** A line through points, level where it leaves and arrives: pairs of x and y. */
    record Line(Arrow arrow, double[] points) { }

    /** {@code local} leaves room for the local derivatives on the lines. */
    Layout(Picture picture, boolean local) {
        List<Box> boxes = boxes(picture);
        Arrangement arrangement = new Arrangement(boxes);
        List<Spot> spots = arrangement.spots();
        int layers = spots.stream().mapToInt(Spot::layer).max().orElse(-1) + 1;
        double[] lefts = new double[layers + 1];
        double[] widths = new double[layers];
        for (int k = 0; k < spots.size(); k++) {
            widths[spots.get(k).layer()] = Math.max(widths[spots.get(k).layer()], Math.max(frame(boxes.get(k)), caption(boxes.get(k))));
        }
        int[] passing = new int[layers];
        for (Route route : arrangement.routes()) {
            for (int layer = spots.get(route.from()).layer(); layer < spots.get(route.to()).layer(); layer++) {
                passing[layer]++;
            }
        }
        double[] room = new double[layers];
        Arrays.fill(room, LEAST_GAP);
        for (Arrow arrow : local ? picture.arrows() : List.<Arrow>of()) {
            int before = spots.get(arrow.to()).layer() - 1;
            room[before] = Math.max(room[before], LEAST_GAP / 2.0 + SMALL_LETTER * Display.width(arrow.label()));
        }
        lefts[0] = MARGIN;
        for (int layer = 0; layer < layers; layer++) {
            lefts[layer + 1] = lefts[layer] + widths[layer] + room[layer] + PER_LINE * Math.min(passing[layer], 20);
        }
        double bottom = 0;
        for (int k = 0; k < spots.size(); k++) {
            Spot spot = spots.get(k);
            double frame = frame(boxes.get(k));
            double x = lefts[spot.layer()] + (widths[spot.layer()] - frame) / 2;
            places.add(new Place(x, y(spot.row()) - PADDING / 2.0, frame, spot.height() * ROW + PADDING, boxes.get(k).label()));
            bottom = Math.max(bottom, y(spot.row() + spot.height() + 1));
        }
        Map<List<Integer>, Arrow> arrows = picture.arrows().stream().collect(Collectors.toMap(arrow -> List.of(arrow.from(), arrow.to()), arrow -> arrow));
        for (Route route : arrangement.routes()) {
            lines.add(line(route, arrows, spots, lefts, widths));
        }
        width = layers == 0 ? 2 * MARGIN : lefts[layers - 1] + widths[layers - 1] + MARGIN;
        height = bottom + MARGIN;
    }

    private static List<Box> boxes(Picture picture) {
        List<Box> boxes = new ArrayList<>();
        Map<Integer, List<Integer>> sources = picture.arrows().stream()
                .collect(Collectors.groupingBy(Arrow::to, Collectors.mapping(Arrow::from, Collectors.toList())));
        for (int k = 0; k < picture.figures().size(); k++) {
            Figure figure = picture.figures().get(k);
            boxes.add(new Box(figure.label(EXPRESSION), figure.value(), (figure.gradient() + " " + figure.verdict()).strip(), sources.getOrDefault(k, List.of())));
        }
        return boxes;
    }

    private static double frame(Box box) {
        return 2 * PADDING + LETTER * box.label().stream().mapToInt(Display::width).max().orElse(0);
    }

    private static double caption(Box box) {
        return LETTER * Math.max(Display.width(box.above()), Display.width(box.below()));
    }

    /** The top of a row. */
    private static double y(int row) {
        return MARGIN + row * ROW;
    }

    private static double middle(int row) {
        return y(row) + ROW / 2.0;
    }

    private Line line(Route route, Map<List<Integer>, Arrow> arrows, List<Spot> spots, double[] lefts, double[] widths) {
        Place from = places.get(route.from());
        Place to = places.get(route.to());
        int first = spots.get(route.from()).layer() + 1;
        int passed = route.rows().size() - 1;
        List<Double> points = new ArrayList<>();
        double start = middle(spots.get(route.from()).row());
        // It begins under the frame, whose corners may be round.
        points.addAll(List.of(from.middle(), start, from.x + from.width, start));
        for (int k = 0; k < passed; k++) {
            double y = middle(route.rows().get(k));
            points.addAll(List.of(lefts[first + k], y, lefts[first + k] + widths[first + k], y));
        }
        points.addAll(List.of(to.x, middle(route.rows().get(passed))));
        return new Line(arrows.getOrDefault(List.of(route.from(), route.to()), new Arrow(route.from(), route.to(), "", "")), points.stream().mapToDouble(x -> x).toArray());
    }

    /** One a figure, in their order. */
    List<Place> places() {
        return places;
    }

    List<Line> lines() {
        return lines;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }
}
