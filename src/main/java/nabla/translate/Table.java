package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nabla.matrix.Matrix;
import nabla.matrix.Shape;
import nabla.source.Span;
import nabla.syntax.Expression;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code csv("file.csv", rows=0:14, columns=1:101, header=false)}: numbers from a file beside the graph file. Only the cells asked for
 * have to be numbers, and lines may have different lengths.
 */
record Table(Expressions expressions, Sheets sheets) {

    static final String FUNCTION = "csv";

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final String WRITTEN = "it is written csv(\"file.csv\", rows=0:14, columns=1:101, header=false)";

    /** The parts of a call that have to be known as numbers. */
    static List<Expression> numbers(Expression.Call call) {
        return call.arguments().stream().filter(a -> "rows".equals(a.name()) || "columns".equals(a.name()))
                .map(Expression.Argument::value).toList();
    }

    /**
     * The numbers.
     *
     * @throws Fault if there is no such file, or it does not hold what is asked for
     */
    Matrix read(Expression.Call call) {
        if (call.arguments().isEmpty() || !(call.arguments().get(0).value() instanceof Expression.Text file)) {
            throw Fault.at(call.span(), "csv needs the name of a file", WRITTEN);
        }
        Expression rows = null;
        Expression columns = null;
        boolean header = false;
        for (Expression.Argument argument : call.arguments().subList(1, call.arguments().size())) {
            if ("rows".equals(argument.name())) {
                rows = argument.value();
            } else if ("columns".equals(argument.name())) {
                columns = argument.value();
            } else if ("header".equals(argument.name()) && expressions.text(argument.value()).matches("true|false")) {
                header = expressions.text(argument.value()).equals("true");
            } else {
                throw Fault.at(argument.span(), "csv does not understand this argument", WRITTEN);
            }
        }
        List<CSVRecord> records = sheets.records(file);
        return matrix(header && !records.isEmpty() ? records.subList(1, records.size()) : records, rows, columns, file.span());
    }

    private Matrix matrix(List<CSVRecord> records, Expression rows, Expression columns, Span span) {
        List<Integer> lines = range(rows, records.size());
        if (lines.isEmpty()) {
            throw Fault.at(span, "the file has " + records.size() + " lines, and none of those asked for", null);
        }
        int width = lines.stream().mapToInt(line -> records.get(line).size()).max().orElse(0);
        List<Integer> cells = range(columns, width);
        List<Double> numbers = new ArrayList<>();
        for (int line : lines) {
            CSVRecord record = records.get(line);
            if (columns == null && record.size() != width) {
                throw Fault.at(span, "lines have different lengths: up to " + width + " cells and, in line " + record.getRecordNumber() + ", "
                        + record.size(), "say which columns: columns=0:" + record.size());
            }
            cells.forEach(cell -> numbers.add(number(record, cell, span)));
        }
        if (cells.isEmpty()) {
            throw Fault.at(span, "none of the columns asked for exists", null);
        }
        return Matrix.of(new Shape(lines.size(), cells.size()), numbers::get);
    }

    private static double number(CSVRecord record, int cell, Span span) {
        if (cell >= record.size()) {
            throw Fault.at(span, "line " + record.getRecordNumber() + " has " + record.size() + " cells, no column " + cell,
                    "columns count from 0");
        }
        String text = record.get(cell).replace("\uFEFF", "");
        if (!NUMBER.matcher(text).matches()) {
            throw Fault.at(span, "line " + record.getRecordNumber() + ", column " + cell + " is no number: \"" + text + "\"",
                    "for a line of names write header=true, for a column of them columns=1:");
        }
        return Double.parseDouble(text);
    }

    /** Places selected of so many, as in NumPy. */
    private List<Integer> range(Expression written, int length) {
        List<Integer> places = new ArrayList<>();
        if (written instanceof Expression.Slice slice) {
            int step = slice.step() == null ? 1 : expressions.wholeNumber(slice.step());
            if (step < 1) {
                throw Fault.at(slice.step().span(), "a step of csv is at least 1", null);
            }
            int to = end(slice.to(), length, length);
            for (int place = end(slice.from(), 0, length); place < to; place += step) {
                places.add(place);
            }
        } else if (written != null) {
            int place = expressions.wholeNumber(written);
            places.add(place < 0 ? place + length : place);
            if (places.get(0) < 0 || places.get(0) >= length) {
                throw Fault.at(written.span(), "there are " + length + ", counted from 0", null);
            }
        } else {
            for (int place = 0; place < length; place++) {
                places.add(place);
            }
        }
        return places;
    }

    private int end(Expression written, int absent, int length) {
        if (written == null) {
            return absent;
        }
        int place = expressions.wholeNumber(written);
        return Math.max(0, Math.min(length, place < 0 ? place + length : place));
    }
}
