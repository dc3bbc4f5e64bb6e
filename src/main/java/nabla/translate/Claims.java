package nabla.translate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Claim;
import nabla.model.QuestionTarget;
import nabla.model.Repair;
import nabla.op.Algebra;
import nabla.source.Diagnostic;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.tensor.Shape;

/** Makes claims of equations and equalities. Shapes that do not fit make a claim wrong; anything else that is wrong leaves it out. */
public final class Claims {

    private final Environment environment;
    private final Plan plan;
    private final StatementContext building;
    private final Map<String, Diagnostic> circular = new HashMap<>();

    /**
     * Makes claims.
     *
     * @param circular the errors of gradients that would depend on themselves, by name
     */
    Claims(Environment environment, Plan plan, StatementContext building, Map<String, Diagnostic> circular) {
        this.environment = environment;
        this.plan = plan;
        this.building = building;
        this.circular.putAll(circular);
    }

    /**
     * The claim of a statement.
     *
     * @param step the step of a {@code for} block that it belongs to, or null
     * @throws Fault if it cannot be read
     */
    Claim claim(Statement statement, String step) {
        if (statement instanceof Statement.Equality equality) {
            return claim(equality.span(), Claim.Kind.VALUE, equality.left(), equality.right(), equality.within(), equality.at(), step);
        }
        Statement.Equation equation = (Statement.Equation) statement;
        boolean formula = environment.used(equation.right()).stream().anyMatch(plan::isVariable);
        return claim(equation.span(), formula ? Claim.Kind.FORMULA : Claim.Kind.NUMBER, equation.left(), equation.right(), equation.within(),
                equation.at(), step);
    }

    private Claim claim(Span span, Claim.Kind kind, Expression left, Expression right, Expression.Number within, List<Expression.Argument> at,
            String step) {
        String text = (step == null ? "" : step + ":  ") + building.source().slice(span);
        PointScope elsewhere = at.isEmpty() ? null : new PointScope(environment, Expressions.of(building, "at " + text), at);
        StatementContext around = elsewhere == null ? building : building.inside(elsewhere, building.source());
        Expressions expressions = Expressions.of(around, "claim " + text);
        double allowed = within == null ? Double.NaN : within.value();
        Subject side = Subject.NONE;
        Node truth = null;
        boolean misfit = false;
        Node answer = null;
        Diagnostic problem = null;
        try {
            requireOutput(left);
            side = left(left, expressions, around);
            truth = side.value();
            answer = expressions.build(right, null);
            if (elsewhere != null) {
                elsewhere.requireMet();
                truth = elsewhere.moved(truth);
                answer = elsewhere.moved(answer);
                side = new Subject(truth, elsewhere.moved(side.of()), elsewhere.moved(side.by()));
            }
            problem = mismatch(truth.shape(), answer.shape(), left, right, kind == Claim.Kind.VALUE);
        } catch (Fault fault) {
            problem = left instanceof Expression.Name name ? circular.get(name.name()) : null;
            if (problem == null && !fault.isShape()) {
                throw fault;
            }
            problem = problem == null ? fault.diagnostic() : problem;
            misfit = fault.isMisfit();
        }
        if (problem == null && answer.shape().squeezesTo(truth.shape())) {
            answer = Comparison.fitted(answer, truth.shape());
        } else if (problem == null && !answer.shape().equals(truth.shape())) {
            Shape shape = answer.shape().broadcast(truth.shape());
            truth = Algebra.stretch(truth, shape);
            answer = Algebra.stretch(answer, shape);
        }
        boolean derivative = truth != null && (kind != Claim.Kind.VALUE || problem == null);
        List<Repair> repairs = truth == null || problem == null ? List.of() : new Repairs(around, text).of(right, truth.shape());
        boolean fits = problem == null || answer == null || answer.shape().transposed().equals(truth.shape());
        Claim.Fit fit = new Claim.Fit(misfit ? Repairs.fitting(problem, repairs) : problem, hint(left, fits && !isNumber(right)), repairs);
        Claim.Source written = new Claim.Source(span, text, right, allowed, -1, elsewhere == null ? Map.of() : elsewhere.values());
        Claim.Derivative known = derivative ? new Claim.Derivative(side.of(), side.by(), left instanceof Expression.Name) : Claim.Derivative.NONE;
        Claim solved = problem == null && kind == Claim.Kind.VALUE && known.of() == null && elsewhere == null ? solved(written, left, right) : null;
        boolean plain = problem != null || elsewhere != null || solved != null || known.of() != null && !isDerived(right);
        return new Claim(written, kind, truth, answer, known, fit, solved, plain ? null : relation(left, right));
    }

    /** The derivatives that an equality is about; null where there are none, or one that is not by a name. */
    private Claim.Relation relation(Expression left, Expression right) {
        DerivativeTerms terms = DerivativeTerms.of(left, right, this::isDerived, side -> by(side) != null);
        return terms == null ? null
                : new Claim.Relation(terms.derivatives().stream().map(side -> new Claim.Derivative(of(side), by(side))).toList(), terms.isLinear());
    }

    /** What stands on the left of a claim: a node, and what it is the derivative of by what; both null where it is none, or not by a name. */
    private record Subject(Node value, Node of, Node by) {

        private static final Subject NONE = new Subject(null, null, null);
    }

    private Subject left(Expression left, Expressions expressions, StatementContext around) {
        if (left instanceof Expression.Prime prime) {
            Primes.DerivedFunction derived = new Primes(expressions).of(prime);
            return new Subject(derived.derivative(), derived.of(), derived.by());
        } else if (left instanceof Expression.Derivative derivative) {
            Node value = expressions.build(derivative, null);
            Node of = Expressions.of(around, "of").differentiated(derivative.of());
            return new Subject(value, of, derivative.by() instanceof Expression.Name name ? around.scope().variable(name) : null);
        }
        return new Subject(expressions.build(left, null), of(left), by(left));
    }

    /** An equality as a claim about the only derivative in it; null where it cannot be solved for that. */
    private Claim solved(Claim.Source source, Expression left, Expression right) {
        Isolation alone = Isolation.of(left, right, this::isDerived, side -> by(side) != null);
        if (alone == null) {
            return null;
        }
        Expressions expressions = Expressions.of(building.trial(building.source()), "claim " + source.text());
        try {
            Node truth = expressions.build(alone.derivative(), null);
            Node answer = expressions.build(alone.answer(), null);
            boolean fits = answer.shape().equals(truth.shape());
            Claim.Source unwritten = new Claim.Source(source.span(), source.text(), null, source.within(), -1, Map.of());
            return !fits ? null : new Claim(unwritten, Claim.Kind.VALUE, truth, answer,
                    new Claim.Derivative(of(alone.derivative()), by(alone.derivative())), Claim.Fit.GOOD, null, null);
        } catch (Fault fault) {
            return null;
        }
    }

    private boolean isDerived(Expression expression) {
        return Use.of(expression).stream().anyMatch(use -> use.role() == Use.Role.DERIVATIVE || plan.isGradient(use.name().name()));
    }

    /** What an expression stands for that is asked about; {@code said} holds what there is to say of it already. */
    Query.Result answer(Query query, List<Diagnostic> said) {
        StatementContext asked = building.about(query.source(), said);
        try {
            String text = query.source().slice(query.expression().span());
            PointScope elsewhere = query.at().isEmpty() ? null : new PointScope(environment, Expressions.of(asked, "at " + text), query.at());
            StatementContext around = elsewhere == null ? asked : asked.inside(elsewhere, query.source());
            requireOutput(query.expression());
            Subject side = left(query.expression(), Expressions.of(around, "query " + text), around);
            if (elsewhere != null) {
                elsewhere.requireMet();
                side = new Subject(elsewhere.moved(side.value()), elsewhere.moved(side.of()), elsewhere.moved(side.by()));
            }
            return new Query.Result(side.value(), new Claim.Derivative(side.of(), side.by()), List.copyOf(said), null);
        } catch (Fault fault) {
            if (fault.diagnostic() != null) {
                said.add(fault.diagnostic());
            }
            return new Query.Result(null, Claim.Derivative.NONE, List.copyOf(said), fault.isShape() ? fault.diagnostic() : null);
        }
    }

    /**
     * What a question asks for.
     *
     * @throws Fault if that cannot be read, or has no shape
     */
    QuestionTarget asked(Statement.Question question) {
        Expression target = question.target();
        requireOutput(target);
        PointScope elsewhere = elsewhere(question);
        StatementContext around = elsewhere == null ? building : building.inside(elsewhere, building.source());
        Subject asked = left(target, Expressions.of(around, "question " + question.label()), around);
        String text = target instanceof Expression.Name name ? name.name() : building.source().slice(target.span());
        if (elsewhere == null) {
            return new QuestionTarget(question, text, asked.of(), asked.by(), asked.value());
        }
        elsewhere.requireMet();
        String place = question.at().stream().map(one -> building.source().slice(one.span())).collect(Collectors.joining(", ", " at ", ""));
        return new QuestionTarget(question, text + place, elsewhere.moved(asked.of()), elsewhere.moved(asked.by()), elsewhere.moved(asked.value()));
    }

    /** The graph at the values that a question asks for; null for those of the text. */
    private PointScope elsewhere(Statement.Question question) {
        return question == null || question.at().isEmpty() ? null
                : new PointScope(environment, Expressions.of(building, "question " + question.label()), question.at());
    }

    /**
     * The answer to a question, or to what is stated without being asked: a claim whose right side is from elsewhere.
     *
     * @param right   the answer
     * @param answers what it is built with
     * @param formula whether it is judged at further points too, where it is no number
     * @throws Fault if it cannot be read
     */
    public Claim answer(QuestionTarget asked, Expression right, StatementContext answers, Span span, boolean formula) {
        String text = answers.source().slice(span);
        Node truth = asked.truth();
        Node answer = null;
        Diagnostic problem;
        try {
            PointScope elsewhere = elsewhere(asked.question());
            answer = Expressions.of(answers, "claim " + text).build(right, null);
            answer = elsewhere == null ? answer : elsewhere.moved(answer);
            problem = new Comparison(answers.source()).mismatch(asked.target(), truth.shape(), right, answer.shape());
        } catch (Fault fault) {
            if (!fault.isShape() || fault.isRefusal()) {
                throw fault;
            }
            problem = fault.diagnostic();
        }
        boolean number = answer != null && Topology.order(List.of(answer)).stream().noneMatch(Input.class::isInstance);
        Claim.Kind kind = !formula ? Claim.Kind.VALUE : number ? Claim.Kind.NUMBER : Claim.Kind.FORMULA;
        if (problem == null) {
            answer = Comparison.fitted(answer, truth.shape());
        }
        List<Repair> repairs = problem == null ? List.of() : new Repairs(answers, text).of(right, truth.shape());
        return new Claim(new Claim.Source(span, text, right, asked.within(), asked.digits(), Map.of()), kind, truth, answer,
                new Claim.Derivative(asked.of(), asked.by()), new Claim.Fit(problem, null, repairs), null, null);
    }

    /** What is differentiated on the left of a claim; null for another left side. */
    public Node of(Expression left) {
        if (left instanceof Expression.Derivative derivative) {
            return Expressions.of(building, "of").differentiated(derivative.of());
        }
        return by(left) == null ? null : environment.root();
    }

    Node by(Expression left) {
        if (left instanceof Expression.Derivative derivative) {
            return derivative.by() instanceof Expression.Name name ? environment.built(name.name()) : null;
        }
        return left instanceof Expression.Name name && plan.isGradient(name.name()) ? environment.built(name.name().substring(1)) : null;
    }

    private void requireOutput(Expression left) {
        if (left instanceof Expression.Name name && plan.isGradient(name.name()) && plan.ending().output() == null) {
            if (environment.isBroken(name.name().substring(1))) {
                throw Fault.consequence();
            }
            throw Fault.at(name.span(), "there is no output whose gradient could be taken",
                    "the file has no definition with variables");
        }
    }

    private Diagnostic mismatch(Shape truth, Shape answer, Expression left, Expression right, boolean value) {
        // A derivative is not stretched to the answer; the left side of == is.
        boolean stretches = value && truth.isScalar() && !(left instanceof Expression.Derivative);
        return stretches ? null : new Comparison(building.source()).mismatch(building.source().slice(left.span()), truth, right, answer);
    }

    private static boolean isNumber(Expression right) {
        return right instanceof Expression.Number || right instanceof Expression.Negation negative && negative.operand() instanceof Expression.Number;
    }

    /**
     * What a failed {@code dt = 0.1} may have been meant as: a definition, where the right side is a plain number, or no gradient.
     *
     * @param fits whether the right side could be the gradient
     */
    private String hint(Expression left, boolean fits) {
        if (!(left instanceof Expression.Name gradient) || !plan.isGradient(gradient.name()) || plan.ending().output() == null
                || fits) {
            return null;
        }
        String node = gradient.name().substring(1);
        return gradient.name() + " = … is a claim about the gradient of " + node + " (d" + plan.ending().output() + "/d" + node + "), because "
                + node + " is a node; for a definition choose another name";
    }
}
