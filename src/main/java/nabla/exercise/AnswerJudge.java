package nabla.exercise;

import java.util.ArrayList;
import java.util.List;
import nabla.forward.Values;
import nabla.graph.Node;
import nabla.homework.Problem;
import nabla.op.Functions;
import nabla.op.NamedConstants;
import nabla.report.ClaimReport;
import nabla.report.MistakeCode;
import nabla.session.Examiner;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.SourceText;
import nabla.source.Spelling;
import nabla.syntax.Expression;
import nabla.syntax.ParsedExpression;
import nabla.syntax.Reader;
import nabla.syntax.Script;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;
import nabla.translate.Options;
import nabla.translate.Use;
import nabla.verdict.Judgement;

/**
 * Judges answers to an exercise as nabla judges claims. An answer is an expression over the names of the exercise: the graph is built once, and
 * nothing but the answer is looked at.
 */
final class AnswerJudge {

    private static final int LONGEST = 1000;
    private static final String NAME = "answer";

    private static final String WITHOUT = "write it without derivatives: working them out is the exercise";

    private final Exercise exercise;
    private final Reader reader = new Reader(Functions.names());
    private Problem problem;
    private Examiner examiner;

    AnswerJudge(Exercise exercise) {
        this.exercise = exercise;
    }

    /** The exercise as a graph, made when the first answer is given. */
    private Problem problem() {
        if (problem == null) {
            problem = Problem.of(reader.read(new SourceText("exercise", exercise.text())), Options.NONE);
            examiner = new Examiner(problem.model());
        }
        return problem;
    }

    /** What an answer is. It may repeat the question ({@code dz/dx = y + 1}), or be a derivative on the way. */
    Attempt attempt(String typed) {
        String text = typed.strip().replaceFirst("^[=≈]", " ");
        if (text.isBlank()) {
            return none("a formula or a number is asked for");
        } else if (text.length() > LONGEST) {
            return none("an answer is shorter than " + LONGEST + " characters");
        }
        SourceText answer = new SourceText(NAME, text);
        Script script = reader.read(answer, problem().names());
        ParsedExpression reading = reader.expression(answer, problem().names());
        if (reading.expression() != null) {
            return attempt(name(exercise.of()), name(exercise.by()), reading.expression(), answer);
        } else if (script.statements().isEmpty()) {
            boolean sign = reading.problem().span() != null && answer.slice(reading.problem().span()).startsWith("=");
            return unreadable(answer, sign ? script.diagnostics() : List.of(reading.problem()));
        }
        return script.statements().size() == 1 && script.diagnostics().isEmpty() ? stated(script.statements().get(0), answer) : elsewhere();
    }

    private Expression.Name name(String name) {
        return new Expression.Name(name);
    }

    /** {@code dz/dx = y + 1}, of any two nodes. */
    private Attempt stated(Statement statement, SourceText answer) {
        Expression left = statement instanceof Statement.Equation equation ? equation.left()
                : statement instanceof Statement.Equality equality ? equality.left() : null;
        if (left instanceof Expression.Derivative derivative && derivative.of() instanceof Expression.Name of
                && derivative.by() instanceof Expression.Name by && problem().names().containsAll(List.of(of.name(), by.name()))) {
            return attempt(of, by, statement instanceof Statement.Equation equation ? equation.right() : ((Statement.Equality) statement).right(),
                    answer);
        }
        return elsewhere();
    }

    private Attempt elsewhere() {
        return none("the answer is what stands to the right of " + exercise.target() + " = (:leave leaves the exercise)");
    }

    private Attempt attempt(Expression.Name of, Expression.Name by, Expression expression, SourceText answer) {
        if (Use.hasDerivative(expression, problem().names())) {
            return none(WITHOUT);
        }
        for (Use use : Use.of(expression)) {
            if (!problem().names().contains(use.name().name()) && !NamedConstants.contains(use.name().name())) {
                return unreadable(answer, List.of(unknown(use.name())));
            }
        }
        Problem.Proposal proposal = problem().claim(of, by, expression, answer);
        if (proposal.claim() == null) {
            return unreadable(answer, List.of(proposal.problem()));
        }
        Tensor value = value(proposal.claim().answer());
        return value != null && !value.isFinite() ? none("that has no value at this point: it is " + Solution.literal(value))
                : judged("d" + of.name() + "/d" + by.name(), examiner.report(proposal.claim()));
    }

    /** At the point of the exercise; null where the shapes do not fit. */
    private Tensor value(Node answer) {
        return answer == null ? null : Values.of(answer, examiner.points().text().get(0));
    }

    private Diagnostic unknown(Expression.Name name) {
        String near = Spelling.hint(name.name(), problem().names());
        return Diagnostic.error(name.span(), name.name() + " has no meaning here",
                near != null ? near : "the names of this exercise are " + String.join(", ", problem().names()));
    }

    private Attempt judged(String target, ClaimReport claim) {
        if (claim.judgement() == Judgement.UNRESOLVED) {
            return none("whether that is right could not be decided; try another form");
        } else if (!target.equals(exercise.target())) {
            return new Attempt.Step(claim);
        }
        boolean rounded = claim.mistake() != null && claim.mistake().codes().equals(List.of(MistakeCode.ROUNDING));
        return claim.judgement() == Judgement.RIGHT ? new Attempt.RightAnswer(claim.note())
                : rounded ? none("that has too few digits to be judged: give two or more, with a decimal point")
                        : new Attempt.WrongAnswer(claim, isLucky(claim));
    }

    /** A formula that is right at the point of the exercise is seen to be wrong at another. */
    private static boolean isLucky(ClaimReport claim) {
        return claim.witness() != null && claim.witness().correct() != null && claim.value() != null
                && !claim.witness().correct().equals(claim.value());
    }

    private static Attempt unreadable(SourceText answer, List<Diagnostic> problems) {
        List<String> lines = new ArrayList<>();
        problems.stream().filter(Diagnostic::isError).limit(1)
                .forEach(problem -> lines.addAll(Excerpt.typed(answer, problem)));
        return lines.isEmpty() ? none("that is no formula") : new Attempt.UnreadableAnswer(lines);
    }

    private static Attempt none(String message) {
        return new Attempt.UnreadableAnswer(List.of(message));
    }
}
