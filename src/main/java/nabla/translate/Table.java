package nabla.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.graph.Apply;
import nabla.syntax.Expression;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * {@code csv("file.csv", rows=0:14, columns=1:101, header=false)}: numbers from a file beside the graph file. Only the cells asked for
 * have to be numbers, and lines may have different lengths.
 */
record Table(Construction construction) {

    private static final String WRITTEN = "it is written csv(\"file.csv\", rows=0:14, columns=1:101, header=false)";

    /**
     * The numbers.
     *
     * @throws Fault if there is no such file, or it does not hold what is asked for
     */
    Tensor read(Expression.Call call) {
        if (call.arguments().isEmpty() || !(call.arguments().get(0).value() instanceof Expression.Text file)) {
            throw Fault.at(call.span(), "csv needs the name of a file", WRITTEN);
        }
        Expression rows = null;
        Expression columns = null;
        boolean header = false;
        Set<String> given = new HashSet<>();
        for (Expression.Argument argument : call.arguments().subList(1, call.arguments().size())) {
            if (argument.name() != null && !given.add(argument.name())) {
                throw Fault.at(argument.span(), "\"" + argument.name() + "\" is given twice", null);
            } else if ("rows".equals(argument.name())) {
                rows = argument.value();
            } else if ("columns".equals(argument.name())) {
                columns = argument.value();
            } else if ("header".equals(argument.name()) && construction.text(argument.value()).matches("true|false")) {
                header = construction.text(argument.value()).equals("true");
            } else {
                throw Fault.at(argument.span(), "csv does not understand this argument", WRITTEN);
            }
        }
        Sheet sheet = construction.sheets().sheet(file);
        return matrix(header && !sheet.lines().isEmpty() ? new Sheet(file, sheet.lines().subList(1, sheet.lines().size())) : sheet, rows, columns);
    }

    private Tensor matrix(Sheet sheet, Expression rows, Expression columns) {
        List<Integer> lines = range(rows, sheet.lines().size(), sheet, "line");
        int width = lines.stream().mapToInt(line -> sheet.lines().get(line).width()).max().orElse(0);
        List<Integer> cells = range(columns, width, sheet, "column");
        if (columns == null) {
            requireSameLengths(sheet, lines, width);
        }
        if ((long) lines.size() * cells.size() > Apply.MOST_ENTRIES) {
            throw Fault.refused(sheet.file().span(), "csv would be " + lines.size() + "×" + cells.size() + ", more than 50 million entries",
                    "take some of the rows: rows=0:1000");
        }
        return Tensor.of(new Shape(lines.size(), cells.size()), k -> sheet.number(lines.get(k / cells.size()), cells.get(k % cells.size())));
    }

    private static void requireSameLengths(Sheet sheet, List<Integer> lines, int width) {
        for (int line : lines) {
            Sheet.Line brief = sheet.lines().get(line);
            if (brief.width() != width) {
                Sheet.Line longest = lines.stream().map(sheet.lines()::get).filter(other -> other.width() == width).findFirst().orElseThrow();
                throw Fault.at(sheet.file().span(), sheet.quoted() + " has lines of different lengths: line " + longest.number() + " has "
                        + Sheet.counted(width) + ", line " + brief.number() + " has " + brief.width(), "say which columns: columns=0:" + brief.width());
            }
        }
    }

    /** Places selected of so many, as in NumPy; at least one. */
    private List<Integer> range(Expression written, int length, Sheet sheet, String what) {
        if (length == 0) {
            throw Fault.at(sheet.file().span(), sheet.quoted() + " has no " + what + "s to read", "put the numbers in it, one row a line, with commas between");
        }
        String known = sheet.quoted() + " has " + length + " " + what + (length == 1 ? "" : "s");
        if (written == null || written instanceof Expression.Slice) {
            List<Integer> places = places((Expression.Slice) written, length);
            if (places.isEmpty()) {
                throw Fault.at(written.span(), known + ", and none of those asked for", "they count from 0: " + what + "s 0 to " + (length - 1));
            }
            return places;
        }
        int place = construction.wholeNumber(written);
        int counted = place < 0 ? place + length : place;
        if (counted < 0 || counted >= length) {
            throw Fault.at(written.span(), known + ", no " + what + " " + place, "they count from 0: " + what + "s 0 to " + (length - 1));
        }
        return List.of(counted);
    }

    private List<Integer> places(Expression.Slice slice, int length) {
        int step = slice == null || slice.step() == null ? 1 : construction.wholeNumber(slice.step());
        if (step < 1) {
            throw Fault.at(slice.step().span(), "a step of csv is at least 1", null);
        }
        List<Integer> places = new ArrayList<>();
        int to = slice == null ? length : end(slice.to(), length, length);
        for (long place = slice == null ? 0 : end(slice.from(), 0, length); place < to; place += step) {
            places.add((int) place);
        }
        return places;
    }

    private int end(Expression written, int absent, int length) {
        if (written == null) {
            return absent;
        }
        int place = construction.wholeNumber(written);
        return Math.max(0, Math.min(length, place < 0 ? place + length : place));
    }
}
