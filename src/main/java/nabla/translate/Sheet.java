package nabla.translate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.syntax.Expression;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The cells of a CSV file (RFC 4180; empty lines do not count, and neither does space around a cell).
 *
 * @param file  as the graph file names it
 * @param lines in order
 */
record Sheet(Expression.Text file, List<Line> lines) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).setIgnoreSurroundingSpaces(true).setTrim(true).build();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * A line with something in it.
     *
     * @param number  the line of the file where it begins, from 1: what an editor shows
     * @param numbers of its cells; NaN where there is none
     * @param cells   as written; null where all are numbers, because files are large
     */
    record Line(int number, double[] numbers, CSVRecord cells) {

        static Line of(int number, CSVRecord cells) {
            double[] numbers = cells.stream().mapToDouble(Cell::number).toArray();
            return new Line(number, numbers, Arrays.stream(numbers).anyMatch(Double::isNaN) ? cells : null);
        }

        int width() {
            return numbers.length;
        }

        boolean isWords() {
            return Arrays.stream(numbers).allMatch(Double::isNaN);
        }
    }

    /**
     * Reads a file.
     *
     * @throws Fault if it is no CSV file
     */
    static Sheet read(Path path, Expression.Text file) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return read(reader, file);
        } catch (IOException failure) {
            throw new Sheet(file, List.of()).unreadable(failure);
        }
    }

    /** The same for a text, which can be marked. */
    static Sheet read(Reader reader, Expression.Text file) {
        Sheet sheet = new Sheet(file, new ArrayList<>());
        try {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            sheet.fill(reader);
        } catch (IOException failure) {
            throw sheet.unreadable(failure);
        } catch (UncheckedIOException failure) {
            throw sheet.unreadable(failure.getCause());
        }
        return sheet;
    }

    private void fill(Reader reader) throws IOException {
        try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            for (CSVRecord record : parser) {
                if (record.size() > 1 || !record.get(0).isEmpty()) {
                    int breaks = record.stream().mapToInt(Sheet::breaks).sum();
                    lines.add(Line.of((int) parser.getCurrentLineNumber() - breaks, record));
                }
            }
        }
    }

    private static int breaks(String cell) {
        return cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0 ? 0 : cell.split("\r\n|\r|\n", -1).length - 1;
    }

    private Fault unreadable(IOException failure) {
        if (failure instanceof CharacterCodingException) {
            return Fault.at(file.span(), quoted() + " is no text in UTF-8", "save it as CSV in UTF-8");
        }
        int line = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number() + 1;
        return Fault.at(file.span(), quoted() + ": from line " + line + " on a quotation mark has no partner, or something beside it",
                "numbers need no quotation marks");
    }

    /**
     * The number in a cell, both counted from 0.
     *
     * @throws Fault if there is none
     */
    double number(int row, int column) {
        Line line = lines.get(row);
        if (column >= line.width()) {
            throw Fault.at(file.span(), quoted() + ", line " + line.number() + " has " + counted(line.width()) + ", no column " + (column + 1)
                    + " (columns=" + column + ")", "columns count from 0: columns=0:" + line.width() + " are those of this line");
        }
        double number = line.numbers()[column];
        if (Double.isNaN(number)) {
            Cell cell = new Cell(line.cells().get(column), row == 0 && line.isWords(), column == 0);
            throw Fault.at(file.span(), quoted() + ", line " + line.number() + ", column " + (column + 1) + " (columns=" + column + ") "
                    + cell.problem(), cell.hint());
        }
        return number;
    }

    static String counted(int cells) {
        return cells + (cells == 1 ? " cell" : " cells");
    }

    /** The name of the file, in quotes. */
    String quoted() {
        return "\"" + file.text() + "\"";
    }
}
