package nabla.report;

import java.util.EnumMap;
import java.util.Map;

/** How many files came out how. */
public final class Totals {

    private final Map<Report.Status, Integer> counts = new EnumMap<>(Report.Status.class);

    public void add(Report report) {
        counts.merge(report.status(), 1, Integer::sum);
    }

    public int of(Report.Status status) {
        return counts.getOrDefault(status, 0);
    }

    /** How many files there were. */
    public int files() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
