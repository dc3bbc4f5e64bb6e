package nabla.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written in the wrong place of an {@code mlp} block: one error, where it is, and what to write instead. */
class NetworkMistakesTest {

    private static final String DATA = "const X = [0, 0; 0, 1; 1, 0; 1, 1]; const Y = [0; 1; 1; 0]\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "input X~dense 3                             | 3:8  | the layer has no activation                       | write dense 3 relu, or dense 3 linear",
        "input X~dense 0 tanh                        | 3:7  | a number of units has to be at least 1            | write a whole number from 1 up",
        "input X~dense 2.5 tanh                      | 3:7  | a number of units has to be a whole number        | write a whole number from 1 up",
        "input X~dense -3 tanh                       | 3:1  | dense is not written like this                    | write dense 2 relu",
        "input X~dense = 3                           | 3:1  | dense is not written like this                    | write dense 2 relu",
        "input X~dense 1, tanh                       | 3:8  | no comma stands between the parts of a line       | write dense 2 relu",
        "input X~dense 1 relu tanh                   | 3:14 | after the activation stand weights, bias or init, not tanh | write dense 2 relu weights [1, 1; 1, 1] bias [0, -1]; one activation a layer",
        "input X~dropout 0.5                         | 3:1  | a line of a network begins with input, dense, loss, init, l2 or convention | write for example dense 2 relu",
        "input X~input X                             | 3:1  | 'input' is given twice                            | ",
        "input X dense 1 relu                        | 2:9  | each line of a network stands on its own          | write ; or a new line before dense",
        "input X~dense 1 tanh~l2 -1                  | 4:1  | l2 is not written like this                       | write l2 0.01",
        "input X~dense 1 tanh~init kaiming           | 4:6  | weights are not drawn like this                   | write init he, init xavier, init zeros or init normal 0.1",
        "input X~dense 1 tanh weights [1; 2] init he | 3:29 | weights that are given are not drawn              | write either weights or init",
        "input X~dense 1 tanh weights [1, 2]         | 3:22 | n.W1 is 1×2 and has to be 2×1: 2 entries of an example (rows), 1 unit (columns) | transpose it, or turn the convention round (convention column)",
        "input X~dense 1 prelu([1, 2])               | 3:15 | the parameter of an activation is one number, not 1×2 | ",
        "input X~dense 2 tanh                        | 4:10 | the target is 4×1 and the output of the last layer 4×2 | one entry of the target for each unit of the last layer and each example",
        "input Z~dense 1 tanh                        | 2:7  | Z has no meaning here                             | give it a value, Z = 1, or declare it, Z in R",
        "input X~convention columns~dense 1 tanh     | 3:12 | an example is a row or a column                   | write convention column, or leave the line out",
        "dense 1 tanh                                | 1:61 | the network has no line input                     | write input X",
        "input X                                     | 1:61 | the network has no line dense                     | write dense 2 relu",
    })
    void isSaidOnceInItsPlace(String lines, String place, String message, String hint) {
        String text = DATA.strip() + "; mlp n {\n" + lines.replace('~', '\n') + "\nloss mse(Y)\n}\n";
        List<Diagnostic> diagnostics = new Session(Settings.DEFAULT).check(new SourceText("test", text)).diagnostics();
        assertEquals(List.of(message), diagnostics.stream().map(diagnostic -> diagnostic.message().replace('"', '\'')).toList());
        assertEquals(place, diagnostics.get(0).span().line() + ":" + diagnostics.get(0).span().column());
        assertEquals(hint, diagnostics.get(0).hint());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mlp n | mlp n | a network n is already defined on line 2               | give each network a name of its own: mlp n2 {",
        "mlp   | mlp   | a network without a name is already defined on line 2  | give each network a name of its own: mlp net {"})
    void twoNetworksHaveTwoNames(String first, String second, String message, String hint) {
        String block = " {\ninput X\ndense 1 tanh\nloss mse(Y)\n}\n";
        List<Diagnostic> diagnostics = new Session(Settings.DEFAULT).check(new SourceText("test", DATA + first + block + second + block)).diagnostics();
        assertEquals(List.of(message), diagnostics.stream().map(Diagnostic::message).toList());
        assertEquals(hint, diagnostics.get(0).hint());
        assertEquals(7, diagnostics.get(0).span().line());
    }
}
