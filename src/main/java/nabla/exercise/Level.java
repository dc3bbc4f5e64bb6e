package nabla.exercise;

import java.util.List;

/** How hard an exercise is, from 1 to 5: how many steps there are, and how long its answer may be. */
public record Level(int number) {

    /** The most symbols of an answer, a level each: names, numbers, functions and operators count one, brackets and commas none. */
    private static final List<Integer> LONGEST = List.of(9, 12, 16, 21, 28);

    public static final Level EASIEST = new Level(1);
    public static final Level HARDEST = new Level(LONGEST.size());

    public Level {
        if (number < 1 || number > LONGEST.size()) {
            throw new IllegalArgumentException("no level " + number);
        }
    }

    /** How many symbols the shortest right formula has at most. */
    public int longest() {
        return LONGEST.get(number - 1);
    }

    /** The next harder one; the hardest itself. */
    public Level next() {
        return equals(HARDEST) ? this : new Level(number + 1);
    }

    @Override
    public String toString() {
        return "level " + number;
    }
}
