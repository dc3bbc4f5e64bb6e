package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.session.OperationInfo.Rule;
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
            bce        | dp | dL*(p - y)/(rows(p)*p*(1 - p))
            trace      | dA | dy*eye(rows(A))
            """)
    void rulesAreThoseOfTheOperation(String name, String gradient, String formula) {
        assertTrue(find(name).rules().contains(new Rule(gradient, formula)), find(name).rules().toString());
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
