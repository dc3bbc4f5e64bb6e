package nabla.cli;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code --at 'W=[1,2;3,4],x=1'}: commas separate outside brackets only. */
final class Assignments {

    private Assignments() { }

    static List<String> split(List<String> values) throws UsageError {
        List<String> assignments = new ArrayList<>();
        for (String value : values) {
            int depth = 0;
            int start = 0;
            for (int k = 0; k <= value.length(); k++) {
                char c = k < value.length() ? value.charAt(k) : ',';
                depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
                if (c == ',' && (depth == 0 || k == value.length())) {
                    assignments.add(assignment(value.substring(start, k).strip()));
                    start = k + 1;
                }
            }
        }
        return assignments;
    }

    private static String assignment(String text) throws UsageError {
        if (text.indexOf('=') <= 0) {
            throw new UsageError("--at wants NAME=VALUE, not '" + text + "'");
        }
        return text;
    }
}
