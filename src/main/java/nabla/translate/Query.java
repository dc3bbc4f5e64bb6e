package nabla.translate;

import java.util.List;
import nabla.graph.Node;
import nabla.model.Claim;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Expression;

/**
 * An expression that is asked about beside a script. It means what it would mean there; it defines nothing, claims nothing, and becomes no output.
 *
 * @param at     the values of inputs at which it is asked for
 * @param source where it stands
 */
public record Query(Expression expression, List<Expression.Argument> at, SourceText source) {

    /**
     * What it stands for.
     *
     * @param node        null where it cannot be built: because of an error, or of one in the script
     * @param derivative  what it differentiates by what
     * @param diagnostics what is wrong with it, and what may surprise
     * @param misfit      the error among these that is about shapes, which may fit once inputs have other values; or null
     */
    public record Result(Node node, Claim.Derivative derivative, List<Diagnostic> diagnostics, Diagnostic misfit) {

        /** Of no query. */
        static final Result NONE = new Result(null, Claim.Derivative.NONE, List.of(), null);
    }
}
