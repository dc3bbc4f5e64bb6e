package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.report.Report;
import nabla.session.OperationInfo.Case;
import nabla.session.OperationInfo.Rule;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {

    private static final List<OperationInfo> ALL = Operations.all();

    private static OperationInfo find(String name) {
        return ALL.stream().filter(operation -> operation.names().contains(name)).findFirst().orElseThrow();
    }

    @Test
    void everyFunctionIsDescribed() {
        assertTrue(ALL.stream().map(OperationInfo::name).toList().containsAll(Functions.all().stream().map(Function::name).toList()));
        for (OperationInfo operation : ALL) {
            assertTrue(Functions.find(operation.name()) == null || operation.usage().startsWith(operation.name() + "("), operation.usage());
            for (Rule rule : operation.rules()) {
                assertFalse(rule.formula().isBlank() || rule.formula().equals("…"), operation.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            logistic   | dx | dy*y*(1 - y)
            tanh       | dx | dy*(1 - y^2)
            exp        | dx | dy*y
            relu       | dx | dy*(x > 0)
            step       | dx | 0
            where      | da | where(cond, dy, 0)
            solve      | db | solve(A.T, dy)
            matmul     | dA | dy @ B.T
            /          | db | -dy*y/b
            mse        | dA | 2*dy*(A - B)/(rows(A)*cols(A))
            bce        | dp | dL*(p - y)/(rows(p)*cols(p)*p*(1 - p))
            trace      | dA | dy*eye(rows(A))
            """)
    void rulesAreThoseOfTheOperation(String name, String gradient, String formula) {
        assertTrue(find(name).rules().contains(new Rule(gradient, formula)), find(name).rules().toString());
    }

    /** What is printed of a function of matrices is what it computes, value and rules, for a matrix, a row and a column. */
    @ParameterizedTest
    @CsvSource({"softmax", "log_softmax", "logsumexp", "bce", "cross_entropy", "softmax_cross_entropy", "mse", "squared_error", "mean", "var",
        "std", "norm"})
    void whatIsPrintedIsWhatIsComputed(String name) {
        OperationInfo info = find(name);
        holds(info, "a matrix", "[0.2, 0.5, 0.3; 0.1, 0.7, 0.25]", "[0, 0.6, 0.4; 0.9, 0.05, 0.05]");
        holds(info, "a row", "[0.2, 0.5, 0.3]", "[0, 0.6, 0.4]");
        holds(info, "a column", "[0.2; 0.5; 0.3]", "[0; 0.6; 0.4]");
    }

    private static void holds(OperationInfo info, String of, String first, String second) {
        Case own = info.cases().stream().filter(other -> other.of().contains(of)).findFirst().orElse(new Case(of, info.value(), info.rules()));
        List<String> parameters = List.of(info.usage().replaceAll(".*\\(|, \\w+=.*|\\).*", "").split(", "));
        String call = info.name() + "(" + String.join(", ", parameters) + ")";
        String output = parameters.contains("y") ? "L" : "y";
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < parameters.size(); k++) {
            text.append(parameters.get(k)).append(" = ").append(k == 0 ? first : second).append('\n');
        }
        text.append("const up = 1.7\nout = ").append(call).append("\ntotal = sum(up*out)\n").append(call).append(" == ").append(own.value()).append('\n');
        for (Rule rule : own.rules()) {
            String right = rule.formula().replaceAll("\\bd" + output + "\\b", "up").replaceAll("\\b" + output + "\\b", "out");
            boolean whole = !info.name().equals("softmax") && !info.name().equals("log_softmax");
            text.append("dtotal/").append(rule.gradient()).append(" == ").append(whole ? right : right.replaceAll("\\bup\\b", "(up + 0*out)")).append('\n');
        }
        Report report = new Session(Settings.DEFAULT).check(new SourceText("printed", text.toString()));
        assertEquals(1 + own.rules().size(), report.claims().size(), () -> text + report.diagnostics().toString());
        assertTrue(report.claims().stream().allMatch(claim -> claim.judgement() != Judgement.WRONG), () -> text + report.claims().toString());
        assertTrue(report.claims().get(0).judgement() == Judgement.RIGHT, () -> text + report.claims().toString());
    }

    @Test
    void rowsAndColumnsAreSaidToBeOneExample() {
        assertEquals("exp(Z)/sum(exp(Z))", find("softmax").cases().get(0).value());
        assertEquals("a row or a column", find("softmax").cases().get(0).of());
        assertEquals("-sum(Y*log(P))", find("cross_entropy").cases().get(0).value().replaceAll("^-\\((.*)\\)$", "-$1").replace("/rows(P)", ""));
        assertTrue(find("bce").cases().isEmpty());
        assertTrue(find("stack").cases().isEmpty(), "what holds for any sizes is said once");
    }

    /** An activation near both ends of its range; and its equation, where no definition by simpler functions is printed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            step(x)                 | 0 or 1        | 0        | 1
            sigmoid(x)              | (0, 1)        | 0        | 1
            tanh(x)                 | (-1, 1)       | -1       | 1
            atan(x)                 | (-pi/2, pi/2) | -pi/2    | pi/2
            softsign(x)             | (-1, 1)       | -1       | 1
            softplus(x)             | (0, inf)      | 0        | 1e6
            relu(x)                 | [0, inf)      | 0        | 1e6
            leaky_relu(x, slope)    | (-inf, inf) if slope > 0  | -slope*1e6  | 1e6
            prelu(x, a)             | (-inf, inf) if a > 0      | -a*1e6      | 1e6
            rrelu(x, a, a)          | (-inf, inf), a drawn from lower to upper | -a*1e6 | 1e6
            elu(x, alpha)           | (-alpha, inf) if alpha > 0 | -alpha | 1e6
            """)
    void activationsHaveAnEquationAndARange(String call, String range, String low, String high) {
        OperationInfo activation = find(call.substring(0, call.indexOf('(')));
        assertEquals(range, activation.range());
        String near = call.replaceAll("\\bx\\b", "u");
        String equation = activation.value() == null ? near : activation.value().replaceAll("\\bx\\b", "u");
        Report report = new Session(Settings.DEFAULT).check(new SourceText("activation", "const a = 0.2; const slope = 0.3; const alpha = 1.5\n"
                + "x = [-1e6, 1e6]; u = [-2.5, -0.5, 0, 0.5, 2.5]\ny = " + call.replace("a, a", "0.2, 0.2") + "\n"
                + "min(y) == " + low + " within 1e-5\nmax(y) == " + high + " within 1e-5\n" + near.replace("a, a", "0.2, 0.2") + " == " + equation));
        assertEquals(3, report.claims().size(), () -> report.diagnostics().toString());
        assertTrue(report.claims().stream().allMatch(claim -> claim.judgement() == Judgement.RIGHT), () -> report.claims().toString());
    }

    @Test
    void guardsAreThoseOfTheOperation() {
        assertEquals(List.of("kink      if x = 0"), find("relu").guards());
        assertEquals(List.of("domain    x >= 0, a derivative where it is > 0"), find("log").guards());
        assertEquals(List.of("kink      if x = 0 where abs(a - 1) > 0"), find("prelu").guards());
        assertTrue(find("^").guards().contains("domain    a >= 0 unless whole(b), a derivative where it is > 0"), find("^").guards().toString());
        assertEquals("leaky_relu(x, slope=0.01)", find("leaky_relu").usage());
    }
}
