package nabla.grade;

import java.util.List;
import java.util.Map;
import nabla.source.Obstacle;
import nabla.source.SourceText;

/**
 * What a learner handed in, as read.
 *
 * @param learner who it is from
 * @param file    the name of the file or folder
 * @param answers the file of answers, or null
 * @param tables  CSV files, by their names in small letters
 * @param aside   names of texts beside the answers, which are not read
 * @param problem why it is not marked; null otherwise
 */
public record Submission(Learner learner, String file, SourceText answers, Map<String, String> tables, List<String> aside,
        Obstacle problem) {

    /** One with nothing aside. */
    public Submission(Learner learner, String file, SourceText answers, Map<String, String> tables, Obstacle problem) {
        this(learner, file, answers, tables, List.of(), problem);
    }

    /** The same with answers as they are read. */
    Submission as(SourceText copy) {
        return new Submission(learner, file, copy, tables, aside, problem);
    }

    /** One that is not marked. */
    public static Submission unread(Learner learner, String file, Obstacle problem) {
        return new Submission(learner, file, null, Map.of(), problem);
    }
}
