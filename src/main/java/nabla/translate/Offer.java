package nabla.translate;

import java.util.List;
import java.util.Set;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Expression;
import nabla.syntax.ParsedExpression;
import nabla.syntax.Reader;

/** What may be proposed: code that reads and that fits where it would stand. */
record Offer(Construction construction) {

    /** Longer code is not repeated in a hint. */
    private static final int LONGEST = 80;

    /** The first that can be built here; failing that, the first that reads and uses a name that is not there yet; or null. */
    String first(List<String> candidates) {
        if (construction.isTrial()) {
            return null;
        }
        String open = null;
        for (String candidate : candidates) {
            if (candidate.length() <= LONGEST) {
                SourceText code = new SourceText("hint", candidate);
                ParsedExpression reading = new Reader(Functions.names()).expression(code, Set.of());
                if (reading.expression() != null) {
                    try {
                        construction.trial(code).build(reading.expression(), null);
                        return candidate;
                    } catch (Fault fault) {
                        open = open == null && !fault.isShape() && isOpen(reading.expression()) ? candidate : open;
                    }
                }
            }
        }
        return open;
    }

    /** Whether a name is used that is not there yet. */
    private boolean isOpen(Expression expression) {
        return Use.of(expression).stream().anyMatch(use -> !construction.scope().isNode(use.name().name()));
    }
}
