package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import nabla.formula.TextFormula;
import nabla.formula.Written;
import nabla.graph.Constant;
import nabla.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes go by the names of the text wherever a formula has them. */
class SizeNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"A @ eye(3) | A @ eye(n)", "[A, ones(3, 2)] | [A, ones(n, 2)]", "A[0, :] @ ones(3, 1) | A[0, :] @ ones(n, 1)",
        "2^sum(ones(3, 1)) | 2^sum(ones(n, 1))", "-ones(3, 3).T | -ones(n, n).T", "ones(3, 1)[0] | ones(n, 1)[0]", "3*A | 3*A"})
    void inEveryKindOfFormula(String text, String named) {
        SizeNames names = new SizeNames(Map.of(3, new Constant("n", Tensor.scalar(3))));
        assertEquals(named, TextFormula.text(names.in(Written.formula(text, Set.of("A")))));
    }
}
