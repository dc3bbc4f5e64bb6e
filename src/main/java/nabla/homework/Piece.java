package nabla.homework;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import nabla.graph.Node;
import nabla.model.Claim;
import nabla.model.QuestionTarget;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.translate.Fault;

/** A line of a submission while it is translated: a definition of its own, or something stated. */
final class Piece {

    /** What it states; null for a definition. */
    final QuestionTarget asked;
    /** What it defines; null for something stated. */
    final String name;
    final Expression value;
    final Span span;
    /** The derivatives it uses that the submission does not state, by the node they are taken by. */
    final Set<Node> borrowed = Collections.newSetFromMap(new IdentityHashMap<>());
    /** What else that is stated it uses, itself or through definitions. */
    final Set<Piece> references = new LinkedHashSet<>();
    Node node;
    Claim claim;
    Fault fault;
    boolean open;

    /** The line that names the outputs of one call; null for a definition by itself. */
    final Statement.Unpacking unpacked;

    private Piece(QuestionTarget asked, String name, Expression value, Span span, Statement.Unpacking unpacked) {
        this.unpacked = unpacked;
        this.asked = asked;
        this.name = name;
        this.value = value;
        this.span = span;
    }

    static Piece definition(String name, Expression value, Span span) {
        return new Piece(null, name, value, span, null);
    }

    static Piece output(Expression.Name name, Statement.Unpacking of) {
        return new Piece(null, name.name(), of.value(), of.span(), of);
    }

    static Piece stated(QuestionTarget asked, Expression value, Span span) {
        return new Piece(asked, null, value, span, null);
    }

    /** The same line, not translated yet. */
    Piece fresh() {
        return new Piece(asked, name, value, span, unpacked);
    }

    boolean isBuilt() {
        return node != null || fault != null;
    }

    void uses(Piece other) {
        borrowed.addAll(other.borrowed);
        references.addAll(other.references);
    }
}
