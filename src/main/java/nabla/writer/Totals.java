package nabla.writer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.report.Report;

/** How many files came out how. */
public final class Totals {

    private final Map<Report.Status, Integer> counts = new EnumMap<>(Report.Status.class);

    public void add(Report.Status status) {
        counts.merge(status, 1, Integer::sum);
    }

    public int of(Report.Status status) {
        return counts.getOrDefault(status, 0);
    }

    /** How many files there were. */
    public int files() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** {@code 3 files: 2 verified, 1 wrong}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        counts.forEach((status, count) -> parts.add(count + " " + status.name().toLowerCase(Locale.ROOT)));
        return files() + (files() == 1 ? " file" : " files") + (parts.isEmpty() ? "" : ": ") + String.join(", ", parts);
    }
}
