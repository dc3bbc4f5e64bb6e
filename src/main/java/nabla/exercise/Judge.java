package nabla.exercise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.op.Functions;
import nabla.report.Report;
import nabla.report.Report.ClaimReport;
import nabla.report.Report.Judgement;
import nabla.report.Report.Status;
import nabla.session.Audience;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Reader;
import nabla.translate.Use;

/** Judges answers to an exercise as nabla judges claims: {@code dz/dx = answer}, in the graph of the exercise. */
final class Judge {

    private static final int LONGEST = 1000;
    private static final String NAME = "answer";
    private static final Pattern DEFINED = Pattern.compile("(?m)(?:^|; )(?:const )?([\\p{L}_][\\p{L}\\d_]*) =");
    /** {@code dz/dx = …}: what stands before an equals sign that is no comparison. */
    private static final Pattern LEFT = Pattern.compile("([^=<>]*[^=<>\\s])\\s*=(?!=)\\s*(?=\\S)");
    private static final Pattern DERIVATIVE = Pattern.compile("[d∂]([\\p{L}_][\\p{L}\\d_]*)/[d∂]([\\p{L}_][\\p{L}\\d_]*)");

    private static final String WITHOUT = "write it without derivatives: working them out is the exercise";
    private static final String UNKNOWN = "has no meaning here";

    private final Exercise exercise;
    private final Set<String> names = new LinkedHashSet<>();

    Judge(Exercise exercise) {
        this.exercise = exercise;
        DEFINED.matcher(exercise.text()).results().map(match -> match.group(1)).forEach(names::add);
    }

    /** What an answer is. It may repeat the question ({@code dz/dx = y + 1}), or be a derivative on the way. */
    Attempt attempt(String typed) {
        String text = typed.strip().replaceFirst("^[=≈]\\s*", "");
        if (text.isEmpty()) {
            return none("a formula or a number is asked for");
        } else if (text.length() > LONGEST) {
            return none("an answer is shorter than " + LONGEST + " characters");
        }
        Matcher left = LEFT.matcher(text);
        String target = exercise.target();
        if (left.lookingAt()) {
            Matcher derivative = DERIVATIVE.matcher(left.group(1).replace(" ", ""));
            if (!derivative.matches() || !names.contains(derivative.group(1)) || !names.contains(derivative.group(2))) {
                return none("the answer is what stands to the right of " + target + " = (:leave leaves the exercise)");
            }
            target = "d" + derivative.group(1) + "/d" + derivative.group(2);
            text = text.substring(left.end());
        }
        return attempt(target, new SourceText(NAME, text));
    }

    private Attempt attempt(String target, SourceText answer) {
        if (DERIVATIVE.matcher(answer.text()).find()) {
            return none(WITHOUT);
        }
        Reader.Reading reading = new Reader(Functions.names()).expression(answer, names);
        if (reading.problem() != null) {
            return unreadable(answer, List.of(reading.problem()));
        }
        return Use.hasDerivative(reading.expression(), names) ? none(WITHOUT) : judged(target, answer);
    }

    private Attempt judged(String target, SourceText answer) {
        String before = exercise.text() + target + " = ";
        Report report = new Session(Settings.DEFAULT).with(Audience.LEARNER).check(new SourceText(NAME, before + answer.text()));
        List<Diagnostic> errors = report.diagnostics().stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList();
        if (!errors.isEmpty() || report.status() == Status.UNREADABLE || report.claims().isEmpty()) {
            return unreadable(answer, errors.stream().map(error -> moved(error, before.length(), target.length() + 3)).toList());
        }
        ClaimReport claim = report.claims().get(0);
        if (claim.judgement() == Judgement.UNRESOLVED) {
            return none("whether that is right could not be decided; try another form");
        } else if (!target.equals(exercise.target())) {
            return new Attempt.Step(claim);
        }
        boolean rounded = claim.mistake() != null && claim.mistake().codes().equals(List.of("rounding"));
        return claim.judgement() == Judgement.RIGHT ? new Attempt.Right(claim.note())
                : rounded ? none("that has too few digits to be judged: give two or more, with a decimal point")
                        : new Attempt.Wrong(claim, isLucky(claim));
    }

    /** A formula that is right at the point of the exercise is seen to be wrong at another. */
    private static boolean isLucky(ClaimReport claim) {
        return claim.witness() != null && claim.witness().correct() != null && claim.value() != null
                && !claim.witness().correct().equals(claim.value());
    }

    /** In the answer's own text; an unknown name cannot be defined here. */
    private Diagnostic moved(Diagnostic error, int by, int columns) {
        Span span = error.span();
        Span place = span == null || span.start() < by ? null : new Span(1, span.column() - columns, span.start() - by, span.end() - by);
        boolean unknown = error.message().endsWith(UNKNOWN) && (error.hint() == null || !error.hint().startsWith("did you mean"));
        String hint = unknown ? "the names of this exercise are " + String.join(", ", names) : error.hint();
        return new Diagnostic(error.severity(), place, error.message(), hint);
    }

    private static Attempt unreadable(SourceText answer, List<Diagnostic> problems) {
        List<String> lines = new ArrayList<>();
        problems.forEach(problem -> lines.addAll(Excerpt.lines(answer, problem)));
        return lines.isEmpty() ? none("that is no formula") : new Attempt.Unreadable(lines);
    }

    private static Attempt none(String message) {
        return new Attempt.Unreadable(List.of(message));
    }
}
