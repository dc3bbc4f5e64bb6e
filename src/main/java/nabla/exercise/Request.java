package nabla.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was asked for in words: {@code chain-rule-2 3 seed 7}, {@code 10 chain-rule-3 level 2 --latex}.
 *
 * @param count how many exercises, for a sheet; otherwise null
 * @param topic null where none is named
 * @param level null where none is named
 * @param seed  null where none is named
 */
record Request(Integer count, Topic topic, Level level, Long seed, boolean latex) {

    /** Whatever comes next. */
    static final Request ANY = new Request(null, null, null, null, false);

    private static final int MOST = 200;

    /** Reads a request for an exercise. */
    static Request exercise(String words) throws UnclearRequest {
        return read(words, false);
    }

    /** Reads a request for a sheet: its first number is how many exercises it has. */
    static Request sheet(String words) throws UnclearRequest {
        Request request = read(words, true);
        if (request.count == null) {
            throw new UnclearRequest("a sheet of how many exercises?");
        }
        return request;
    }

    private static Request read(String text, boolean sheet) throws UnclearRequest {
        Integer count = null;
        Topic topic = null;
        Level level = null;
        Long seed = null;
        boolean latex = false;
        List<String> words = text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
        for (int k = 0; k < words.size(); k++) {
            String word = words.get(k);
            if (word.equals("seed")) {
                seed = whole(++k < words.size() ? words.get(k) : "", "a seed is a whole number: seed 7");
            } else if (word.equals("level")) {
                level = level(++k < words.size() ? words.get(k) : "");
            } else if (sheet && word.equals("--latex")) {
                latex = true;
            } else if (sheet && count == null && word.matches("[0-9]+")) {
                count = count(word);
            } else if (word.matches("[0-9]+") && level == null) {
                level = level(word);
            } else if (word.matches("[0-9]+")) {
                throw new UnclearRequest("two levels, " + level.number() + " and " + word + ": which one?");
            } else {
                topic = topic(word);
            }
        }
        return new Request(count, topic, level, seed, latex);
    }

    private static int count(String word) throws UnclearRequest {
        long count = whole(word, "a sheet has 1 to " + MOST + " exercises");
        if (count < 1 || count > MOST) {
            throw new UnclearRequest("a sheet has 1 to " + MOST + " exercises");
        }
        return (int) count;
    }

    private static Level level(String word) throws UnclearRequest {
        if (!word.matches("[1-5]")) {
            throw new UnclearRequest("levels go from 1 to 5");
        }
        return new Level(Integer.parseInt(word));
    }

    private static long whole(String word, String message) throws UnclearRequest {
        if (!word.matches("-?[0-9]{1,18}")) {
            throw new UnclearRequest(message);
        }
        return Long.parseLong(word);
    }

    private static Topic topic(String word) throws UnclearRequest {
        return Topic.of(word).orElseThrow(() -> new UnclearRequest("no topic " + word + "; there are "
                + Arrays.stream(Topic.values()).map(Topic::id).collect(Collectors.joining(", "))));
    }
}
