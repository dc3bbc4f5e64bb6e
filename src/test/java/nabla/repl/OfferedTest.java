package nabla.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nabla.op.Functions;
import nabla.report.Report.Status;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hint proposes to write reads, and fits where it would stand: for every name of other libraries that is known, in many forms. */
class OfferedTest {

    private static final Pattern CODE = Pattern.compile("write (.*)");

    private static final Workspace WORKSPACE = Evaluator.enter(Workspace.empty(Preferences.standard(false), Path.of("")), new SourceText("", String.join("\n",
            "A = [1, 2; 3, 5]; B = [2, 1; 0, 3]; x = 0.5; y = 2; u = [1; 2; 3]; r = [1, 2, 3]; M = [1, 2; 3, 4; 5, 6]; const k = [1; 0]"))).workspace();

    private static final List<String> FORMS = List.of("f(x)", "np.f(A)", "f(x, y)", "torch.f(A, B)", "np.f(M, A)", "np.f(u, u)", "A.f()", "M.T.f()",
            "(A + B).f()", "u.f(u)", "M.T.f(M)", "A.f(0)", "f(A, axis=0)", "np.f(A, axis=1, keepdims=True)", "(A*B).f(dim=-1)", "f(A, B, x)", "f(x, 0, 1)",
            "torch.f(x, min=0, max=1)", "f([A, B])", "np.f([A, M])", "np.f([A, B], axis=0)", "np.f([A, B], axis=1)", "f(2, 3)", "A.f(1, 4)", "f(-x)",
            "f(x + y)", "f(x - y, 2)", "f(x^2, -y)", "f()");

    static Stream<String> names() throws IOException {
        try (InputStream in = Functions.class.getResourceAsStream("/nabla/translate/counterparts.txt")) {
            List<String> names = new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" *\\|")[0].split(" +"))).map(name -> name.replace("~", "")).toList());
            names.addAll(List.of("sum", "mean", "exp", "softmax", "norm", "relu", "where", "trace"));
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsOfferedFits(String name) {
        for (String form : FORMS) {
            String typed = form.replaceFirst("\\bf\\(", name + "(");
            Answer answer = Evaluator.enter(WORKSPACE, new SourceText("", typed)).answer();
            for (Answer.Problem problem : answer.problems()) {
                Matcher code = CODE.matcher(problem.diagnostic().hint() == null ? "" : problem.diagnostic().hint());
                if (code.matches() && code.group(1).matches("[^,…:]*|.*[)\\]]") && !code.group(1).contains(" or ") && !code.group(1).contains(" to ")
                        && !code.group(1).contains("rows(A)")) {
                    Answer offered = Evaluator.enter(WORKSPACE, new SourceText("", code.group(1))).answer();
                    assertEquals(Status.VERIFIED, offered.status(), () -> typed + " -> " + code.group(1) + ": " + offered.problems());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sort(x)|sqrt", "svd(A)|std", "inf|inv", "x + inf|inv", "softmin(r)|softsign",
        "expit(x)|expm1", "sec(x)|sech", "qr(A)|sqrt", "cond(A)|cos"})
    void whatIsSpelledAlikeIsNotWhatIsMeant(String typed, String other) {
        Answer answer = Evaluator.enter(WORKSPACE, new SourceText("", typed)).answer();
        assertTrue(answer.status() == Status.UNREADABLE, typed);
        String hint = answer.problems().get(0).diagnostic().hint();
        assertFalse(hint != null && hint.contains(other), hint);
    }

    @Test
    void aSlipOfThePenIsStillFound() {
        assertEquals("did you mean sigmoid?", Evaluator.enter(WORKSPACE, new SourceText("", "sigmod(x)")).answer().problems().get(0).diagnostic().hint());
    }
}
