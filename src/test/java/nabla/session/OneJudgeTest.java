package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import nabla.assembly.Audience;
import nabla.homework.Problem;
import nabla.op.Functions;
import nabla.report.ClaimReport;
import nabla.source.SourceText;
import nabla.syntax.Expression;
import nabla.syntax.Reader;
import nabla.translate.Options;
import nabla.verdict.Judgement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A claim is the same in a file, at the prompt and as an answer to an exercise, with the same words. */
class OneJudgeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "y = x^2 ;; x = 2                                       | y | x | 2x                    | RIGHT",
        "y = x^2 ;; x = 2                                       | y | x | 4                     | RIGHT",
        "y = x^2 ;; x = 2                                       | y | x | 2*abs(x)              | WRONG",
        "y = x^2 ;; x = 2                                       | y | x | 2x + 1e-20            | RIGHT",
        "y = log(x^2) ;; x = 2                                  | y | x | 2/x                   | RIGHT",
        "y = x*log(x) ;; x = 2                                  | y | x | log(x)                | WRONG",
        "y = relu(x) ;; x = 0                                   | y | x | 0.5                   | RIGHT",
        "y = relu(x) ;; x = 0                                   | y | x | 2                     | WRONG",
        "Z = X @ W ;; y = sum(Z*Z) ;; X = [1, 2; 3, 4] ;; W = [1, -1; 2, 1] | y | W | 2*X.T @ Z     | RIGHT",
        "Z = X @ W ;; y = sum(Z*Z) ;; X = [1, 2; 3, 4] ;; W = [1, -1; 2, 1] | y | W | 2*X @ Z       | WRONG",
        "Z = X + b ;; y = sum(Z*Z) ;; X = [1, 2; 3, 4] ;; b = [1, -1] | y | b | sum(2*Z, axis=0)    | RIGHT",
        "Z = X + b ;; y = sum(Z*Z) ;; X = [1, 2; 3, 4] ;; b = [1, -1] | y | b | sum(2*X, axis=0)    | WRONG",
        "y = where(x < 10, x^2, 3*x) ;; x = 2                   | y | x | 2x                    | WRONG"})
    void everywhere(String text, String of, String by, String answer, Judgement expected) {
        String graph = text.replace(" ;; ", "\n") + "\n";
        String claim = "d" + of + "/d" + by + " = " + answer;
        ClaimReport file = new Session(Settings.DEFAULT).check(new SourceText("file", graph + claim)).claims().get(0);
        ClaimReport prompt = Draft.of(new SourceText("", graph + claim), Settings.DEFAULT, null).judge(0, Audience.SESSION);
        assertEquals(expected, file.judgement(), claim);
        assertEquals(expected, prompt.judgement(), claim);
        assertEquals(expected, exercise(graph, of, by, answer).judgement(), claim);
        assertEquals(file.note(), prompt.note(), claim);
        assertEquals(file.witness() == null ? null : file.witness().yours(), prompt.witness() == null ? null : prompt.witness().yours(), claim);
    }

    private static ClaimReport exercise(String graph, String of, String by, String answer) {
        Reader reader = new Reader(Functions.names());
        Problem problem = Problem.of(reader.read(new SourceText("exercise", graph)), Options.NONE);
        SourceText typed = new SourceText("answer", answer);
        Expression expression = reader.expression(typed, Set.of()).expression();
        return new Examiner(problem.model()).report(problem.claim(new Expression.Name(of), new Expression.Name(by), expression, typed).claim());
    }
}
