package nabla.homework;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nabla.graph.Constant;
import nabla.model.Claim;
import nabla.model.QuestionTarget;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.translate.CsvCall;
import nabla.translate.Sheets;

/** Answers in CSV files. */
public record TableReader(Problem problem, Map<String, String> files) {

    private static final String SUFFIX = ".csv";

    /** What the files state, by their names in small letters: where the problem says so, or in a file with the name of the question. */
    public List<SubmittedAnswer> read() {
        List<SubmittedAnswer> stated = new ArrayList<>();
        for (QuestionTarget asked : problem.questions()) {
            Expression value = asked.isOperation() ? null : value(asked);
            if (value != null) {
                stated.add(read(asked, value));
            }
        }
        return stated;
    }

    /** Where the problem says the answer stands, or a file named like the question or what it asks for; null if there is none. */
    private Expression value(QuestionTarget asked) {
        Statement.Equation place = problem.declared().places().get(asked.label());
        if (place != null) {
            return files.containsKey(file(place.right()).toLowerCase(Locale.ROOT)) ? place.right() : null;
        }
        for (String name : List.of(asked.label() + SUFFIX, asked.target().replace('/', '_') + SUFFIX)) {
            if (files.containsKey(name.toLowerCase(Locale.ROOT))) {
                Span span = asked.question().span();
                Expression.Text file = new Expression.Text(span, name);
                return new Expression.Call(span, span, CsvCall.FUNCTION, List.of(new Expression.Argument(span, null, file)));
            }
        }
        return null;
    }

    static String file(Expression place) {
        if (place instanceof Expression.Transpose transpose) {
            return file(transpose.operand());
        }
        Expression.Call call = (Expression.Call) place;
        boolean named = !call.arguments().isEmpty() && call.arguments().get(0).value() instanceof Expression.Text;
        return named ? ((Expression.Text) call.arguments().get(0).value()).text() : "";
    }

    private SubmittedAnswer read(QuestionTarget asked, Expression value) {
        SourceText source = problem.script().source();
        Piece piece = Piece.stated(asked, value, value.span());
        new SubmissionScope(problem, source, List.of(piece), Map.of(), Set.of(), Sheets.handedIn(files), false).build();
        SourceText text = new SourceText(file(value), "csv(\"" + file(value) + "\")");
        Span whole = new Span(0, 1, 0, text.text().length());
        if (piece.fault != null) {
            Diagnostic problem = Diagnostic.error(null, piece.fault.diagnostic().message(), piece.fault.diagnostic().hint());
            return SubmittedAnswer.unreadable(asked, text, whole, problem);
        }
        return new SubmittedAnswer(asked, new SubmittedAnswer.Passage(text, whole), asWritten(piece.claim), null, List.of(), false, null, null);
    }

    /** The claim with its numbers in place of the name of the file: like others they may be rounded to the digits they have. */
    private static Claim asWritten(Claim claim) {
        if (!(claim.answer() instanceof Constant numbers)) {
            return claim;
        }
        List<List<Expression>> rows = new ArrayList<>();
        for (int row = 0; row < numbers.shape().rows(); row++) {
            List<Expression> cells = new ArrayList<>();
            for (int column = 0; column < numbers.shape().columns(); column++) {
                double value = numbers.value().get(row, column);
                Expression.Number number = new Expression.Number(claim.span(), Math.abs(value), Double.toString(Math.abs(value)));
                cells.add(value < 0 ? new Expression.Negation(claim.span(), number) : number);
            }
            rows.add(cells);
        }
        return claim.writtenAs(new Expression.Brackets(claim.span(), rows));
    }
}
