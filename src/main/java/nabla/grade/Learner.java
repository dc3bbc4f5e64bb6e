package nabla.grade;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who handed something in, as told by the name of the file or folder.
 *
 * @param name the learner
 * @param id   the number that a grade book knows the learner by; empty where the name has none
 */
public record Learner(String name, String id) {

    /** {@code Ada Lovelace_1234567_assignsubmission_file}, as Moodle names what it packs. */
    private static final Pattern MOODLE = Pattern.compile("(.+?)_(\\d+)_assignsubmission_.*", Pattern.CASE_INSENSITIVE);
    /** {@code lovelaceada_LATE_4711_998877_answers}, as Canvas does. */
    private static final Pattern CANVAS = Pattern.compile("([^_]+)(?:_LATE)?_(\\d+)_(\\d+)(?:_.*)?");

    /** The learner that a file or folder is from. */
    public static Learner of(String file) {
        String stem = file.replaceFirst("(?i)\\.(grad|txt|zip)$", "");
        for (Pattern pattern : new Pattern[] {MOODLE, CANVAS}) {
            Matcher matcher = pattern.matcher(stem);
            if (matcher.matches()) {
                return new Learner(matcher.group(1), matcher.group(2));
            }
        }
        return new Learner(stem, "");
    }
}
