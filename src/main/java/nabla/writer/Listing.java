package nabla.writer;

import java.util.ArrayList;
import java.util.List;
import nabla.source.Paragraph;

/** What was written where, what became of it, and the details below: in columns, or where they are too wide one below the other. */
final class Listing {

    private static final int INDENT = 4;

    private final int width;
    private final List<Item> items = new ArrayList<>();

    private record Item(String place, String text, String verdict, List<String> details) { }

    Listing(int width) {
        this.width = width;
    }

    void add(String place, String text, String verdict, List<String> details) {
        items.add(new Item(place, text, verdict, details));
    }

    List<String> lines() {
        TextTable table = new TextTable("lll");
        for (Item item : items) {
            table.row(item.place, item.text, item.verdict);
            item.details.forEach(table::line);
        }
        List<String> lines = table.lines(width);
        return lines != null ? lines : stacked();
    }

    private List<String> stacked() {
        List<String> lines = new ArrayList<>();
        for (Item item : items) {
            String start = item.place + "   ";
            String row = start + item.text + "   " + item.verdict;
            if (Paragraph.width(row) <= width) {
                lines.add(row);
            } else {
                lines.addAll(Paragraph.wrapped(start + item.text, width, Paragraph.width(start)));
                lines.addAll(Paragraph.wrapped(" ".repeat(INDENT) + item.verdict, width, INDENT + 2));
            }
            lines.addAll(item.details);
        }
        return lines;
    }
}
