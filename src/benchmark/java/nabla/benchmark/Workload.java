package nabla.benchmark;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.report.Report;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;

/** Graph files of any size: what the figures of the README are about. */
final class Workload {

    private Workload() { }

    /**
     * A network of dense layers, tanh between them, softmax cross-entropy behind the last; data and weights drawn at random.
     *
     * @param sizes of the layers and the batch, as {@code 784-128-10/32}
     */
    static String network(String sizes) {
        String[] parts = sizes.split("/");
        int[] widths = Arrays.stream(parts[0].split("-")).mapToInt(Integer::parseInt).toArray();
        int batch = Integer.parseInt(parts[1]);
        int classes = widths[widths.length - 1];
        StringBuilder text = new StringBuilder("const X = normal(" + batch + ", " + widths[0] + ")\nconst Y = onehot(["
                + IntStream.range(0, batch).mapToObj(i -> String.valueOf(i % classes)).collect(Collectors.joining(", ")) + "], " + classes + ")\n");
        String layer = "X";
        for (int k = 1; k < widths.length; k++) {
            text.append("W" + k + " = normal(" + widths[k - 1] + ", " + widths[k] + ", std=" + 1 / Math.sqrt(widths[k - 1]) + ")\n");
            text.append("b" + k + " = zeros(1, " + widths[k] + ")\n");
            text.append("z" + k + " = " + layer + " @ W" + k + " + b" + k + "\n");
            if (k < widths.length - 1) {
                layer = "h" + k;
                text.append(layer + " = tanh(z" + k + ")\n");
            }
        }
        return text + "L = softmax_cross_entropy(z" + (widths.length - 1) + ", Y)\n";
    }

    /** The sum of a variable with itself, so many terms. */
    static String sum(int terms) {
        return "x = 3\nz = " + String.join(" + ", Collections.nCopies(terms, "x")) + "\n";
    }

    /** A chain of definitions of scalars. */
    static String chain(int length) {
        StringBuilder text = new StringBuilder("x = 0.3\ny = 1.2\nv0 = x*y\n");
        String[] forms = {"tanh(%s)", "0.9*%s + x", "%s*y", "sin(%s)"};
        for (int i = 1; i < length; i++) {
            text.append('v').append(i).append(" = ").append(forms[i % forms.length].replace("%s", "v" + (i - 1))).append('\n');
        }
        return text.toString();
    }

    /** The Jacobian of softmax, squared and summed up. */
    static String jacobian(int size) {
        return "x in R(" + size + ")\ny = softmax(x)\nz = sum(dy/dx^2)\n";
    }

    /** The largest of many arguments, all the same. */
    static String maximum(int arguments) {
        return "x = 1\ny = 2\nz = max(" + String.join(",", Collections.nCopies(arguments, "x*y")) + ")\n";
    }

    /** A product of matrices of free sizes. */
    static String product(int factors) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < factors; i++) {
            text.append("A" + i + " in R(m" + i + ", m" + (i + 1) + ")\n");
        }
        return text + "z = sum(" + IntStream.range(0, factors).mapToObj(i -> "A" + i).collect(Collectors.joining(" @ ")) + ")\n";
    }

    /** A root of a root of a root. */
    static String roots(int depth) {
        return "x = 1\ny = 2\nz = " + "√".repeat(depth) + "(x*y)\n";
    }

    /** A network of layers of one unit. */
    static String layers(int count) {
        return "X = [0, 0; 0, 1; 1, 0; 1, 1]\nY = [0; 1; 1; 0]\nmlp {\n input X\n" + " dense 1 tanh\n".repeat(count)
                + " dense 1 sigmoid\n loss bce(Y)\n}\n";
    }

    /** Operations each of which calls the one before twice. */
    static String doubling(int depth) {
        StringBuilder text = new StringBuilder("op f0(x) {\n forward y = x + 1\n}\n");
        for (int i = 1; i <= depth; i++) {
            text.append("op f" + i + "(x) {\n forward y = f" + (i - 1) + "(f" + (i - 1) + "(x))\n}\n");
        }
        return text + "x = 1\nz = f" + depth + "(x)\n";
    }

    /** The sum of squares of a long literal. */
    static String literal(int numbers) {
        return "x = [" + String.join(",", Collections.nCopies(numbers, "1")) + "]\nz = sum(x^2)\n";
    }

    /** A file of four lines with a claim, one of many. */
    static String small(int number) {
        return "z = x*y + " + number + "*x\nx = " + (1 + number % 7) + "\ny = 2\ndz/dx = y + " + number + "\n";
    }

    /** The check of a text in this process. */
    static Report check(String text, int sample) {
        Settings all = Settings.DEFAULT;
        return new Session(new Settings(all.seed(), all.tolerance(), sample, all.at(), all.free(), all.strict())).check(new SourceText("benchmark", text));
    }
}
