package nabla.session;

import java.util.Map;
import java.util.TreeMap;
import nabla.network.Perceptron;
import nabla.source.SourceText;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/** A text in which the layers of one network get weights that are written out. */
public record Rewriting(SourceText source, Statement.Network network) {

    /** The whole text, with the parameters (by name) in place of those that were given or drawn. */
    public String with(Map<String, Tensor> parameters) {
        String prefix = Perceptron.prefix(network.name());
        Map<Integer, Integer> ends = new TreeMap<>();
        Map<Integer, String> lines = new TreeMap<>();
        for (int l = 1; l <= network.layers().size(); l++) {
            Statement.Layer layer = network.layers().get(l - 1);
            Tensor slope = parameters.get(prefix + "a" + l);
            String activation = slope == null ? source.slice(layer.activation().span()) : "prelu(" + slope.at(0) + ")";
            ends.put(layer.span().start(), layer.span().end());
            lines.put(layer.span().start(), "dense " + layer.units() + " " + activation + part("weights", layer.weights(), parameters.get(prefix + "W" + l))
                    + part("bias", layer.bias(), parameters.get(prefix + "b" + l)));
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Map.Entry<Integer, Integer> line : ends.entrySet()) {
            text.append(source.text(), at, line.getKey()).append(lines.get(line.getKey()));
            at = line.getValue();
        }
        return text.append(source.text().substring(at)).toString();
    }

    /** What is computed from other names is left as it was. */
    private String part(String word, Expression given, Tensor value) {
        if (value == null) {
            return given == null ? "" : " " + word + " " + source.slice(given.span());
        }
        return " " + word + " " + written(value);
    }

    private static String written(Tensor matrix) {
        return "[" + matrix.joined(Double::toString, ", ", "; ") + "]";
    }
}
