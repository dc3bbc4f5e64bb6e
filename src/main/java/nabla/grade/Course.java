package nabla.grade;

import java.util.List;

/**
 * A problem and the marks of everybody.
 *
 * @param problem its file
 * @param title   what grade books call it
 */
public record Course(String problem, String title, List<Item> items, List<MarkedSubmission> submissions) {

    /** What can be reached. */
    public double points() {
        return items.stream().mapToDouble(Item::points).sum();
    }
}
