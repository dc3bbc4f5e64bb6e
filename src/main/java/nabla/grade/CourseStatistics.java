package nabla.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a class did with each question. */
public record CourseStatistics(Course course) {

    /**
     * One question.
     *
     * @param average  of the marks of everybody
     * @param outcomes how often each was, in the submissions that could be marked
     * @param mistakes how often each mistake, or alternative of several, was made; the most frequent first
     */
    public record Row(Item item, double average, Map<Outcome, Integer> outcomes, Map<String, Integer> mistakes) { }

    /** The questions in the order of the problem. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < course.items().size(); i++) {
            int question = i;
            List<Mark> marks = course.submissions().stream().map(marked -> marked.marks().get(question)).toList();
            List<Mark> given = course.submissions().stream().filter(marked -> marked.refused() == null).map(marked -> marked.marks().get(question))
                    .toList();
            Map<Outcome, Integer> outcomes = new LinkedHashMap<>();
            for (Outcome outcome : Outcome.values()) {
                int count = (int) given.stream().filter(mark -> mark.outcome() == outcome).count();
                if (count > 0) {
                    outcomes.put(outcome, count);
                }
            }
            double average = marks.stream().mapToDouble(Mark::marks).average().orElse(0);
            rows.add(new Row(course.items().get(i), average, outcomes, mistakes(marks)));
        }
        return rows;
    }

    private static Map<String, Integer> mistakes(List<Mark> marks) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Mark mark : marks) {
            if (mark.mistake() != null && mark.outcome() == Outcome.WRONG) {
                counts.merge(mark.mistake().codes(" and "), 1, Integer::sum);
            }
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey())).forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** How many submissions could not be marked at all. */
    public int unmarked() {
        return (int) course.submissions().stream().filter(marked -> marked.refused() != null).count();
    }

    public double average() {
        return course.submissions().stream().mapToDouble(MarkedSubmission::total).average().orElse(0);
    }

    public double median() {
        double[] totals = course.submissions().stream().mapToDouble(MarkedSubmission::total).sorted().toArray();
        int half = totals.length / 2;
        return totals.length == 0 ? 0 : totals.length % 2 == 1 ? totals[half] : (totals[half - 1] + totals[half]) / 2;
    }

    /** The submissions somebody should look at. */
    public List<MarkedSubmission> open() {
        return course.submissions().stream().filter(MarkedSubmission::needsEye).toList();
    }
}
