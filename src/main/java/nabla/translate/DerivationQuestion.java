package nabla.translate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nabla.network.Definition;
import nabla.network.Definition.Part;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/** A question about a network as a whole: one for each gradient of a derivation, from the loss back, with equal parts of the points. */
final class DerivationQuestion {

    private static final double POINTS = 1;

    private DerivationQuestion() { }

    /** The questions about the gradients of all parameters, and of all sums that go into activations. */
    static List<Statement.Question> questions(Statement.Question question, List<Definition> definitions) {
        List<String> names = new ArrayList<>(definitions.stream()
                .filter(definition -> definition.isParameter() || definition.part() == Part.SUM).map(Definition::name).toList());
        Collections.reverse(names);
        double points = (question.grading().points() == null ? POINTS : question.grading().points().value()) / names.size();
        List<Statement.Question> parts = new ArrayList<>();
        for (String name : names) {
            Expression.Name target = new Expression.Name(question.target().span(), "d" + name);
            Expression.Number share = new Expression.Number(question.span(), points, String.valueOf(points));
            parts.add(new Statement.Question(question.span(), question.label() + " d" + name, new Statement.Task(target, question.at(), null),
                    question.grading().worth(share), question.text()));
        }
        return parts;
    }
}
