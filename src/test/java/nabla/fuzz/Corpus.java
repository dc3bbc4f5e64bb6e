package nabla.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nabla.op.Functions;

/** What inputs are made of: the examples, and the words of the language. */
final class Corpus {

    static final List<String> NUMBERS = List.of("0", "-0", "-0.0", "1", "2", "-1", "0.5", "1e308", "1.7976931348623157e308", "1e-320",
            "4.9e-324", "1e999", "NaN", "Infinity", "1e-16", "1e16", "2147483647", "2147483648", "-2147483648", "9223372036854775808",
            "0.1234567890123456789", "1e6", "1000001", "50000001", "7071", "00", "1.", ".5", "1e", "1e-400", "0x10", "1_000");
    static final List<String> SHAPES = List.of("R", "R(1)", "R(0)", "R(-1)", "R(1, 1)", "R(3, 1)", "R(1, 3)", "R(2, 3)", "R(n)", "R(m, n)",
            "R(n, n)", "R(100, 100)", "R(2.5)", "R(1e9, 1e9)", "R(x)", "simplex(3, 2)", "onehot(2, 3)", "simplex(0, 0)", "[1, 2, 3]", "[1; 2; 3]",
            "[1, 2; 3, 4]", "[]", "[;]", "[[1], [2]]", "[1, 2; 3]", "zeros(2, 2)", "ones(1, 1000)", "eye(3)", "normal(2, 2)", "uniform(3, 1)", "5");
    private static final List<String> SIGNS = List.of("+", "-", "*", "/", "@", "^", "**", "'", ".T", "²", "√", "⊙", "·", "×", "−", "<", "<=", ">", ">=",
            "=", "==", "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "\n", " ", "#", "\"", "∂", "∈", "ℝ", "π", "σ", "′", "|", "\\", "$", "%", "&", "!",
            "?", "@@", "^T", "^-1", "^(-1)", "[0]", "[0, 0]", "[-1, :]", "[0:2, :]", "[::2, :]", "[:, 5]", "axis=0", "axis=1", "axis=2", "within 1e-5",
            "within 0", "points 2", "from 0.1 to 0.9", "from 1 to 0");
    private static final List<String> WORDS = List.of("const", "in", "output", "seed", "op", "forward", "backward", "mlp", "train", "question", "input",
            "dense", "relu", "linear", "softmax", "weights", "bias", "loss", "squared_error", "l2", "init", "he", "xavier", "convention", "column", "rate",
            "steps", "batch", "all", "each", "text", "digits", "credit", "points", "as", "formula", "value", "pi", "e", "T", "d", "dx", "dy", "dz", "dz/dx",
            "∂z/∂x", "grad(z, x)", "grad(grad(z, x), x)", "where(x > 0, x, 0)", "csv(\"iris.csv\", rows=1:4, columns=0:2)", "csv(\"../w.csv\")");
    static final List<String> HOSTILE = List.of("\0", "\u0007", "\u001b[31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\u0085", "\r", "\t",
            "\ud800", "\udc00", "\ud83d\ude00", "e\u0301", "\uffff", "\ufffd", "\u00a0", "\u3000", "]]>", "<!--", "=cmd|' /C calc'!A0", "\u007f");

    static final String PROBLEM = "examples/homework/homework.grad";

    final List<String> examples;
    final String problem = text(Path.of(PROBLEM));
    private final List<String> answers;
    private final List<String> functions = Functions.names().stream().sorted().toList();

    Corpus() {
        examples = texts("examples", ".grad");
        answers = texts("examples/homework/handed-in", ".txt");
    }

    private static List<String> texts(String folder, String ending) {
        try (Stream<Path> found = Files.walk(Path.of(folder))) {
            return found.filter(path -> path.toString().endsWith(ending)).sorted().map(Corpus::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    String example(Random random) {
        return any(examples, random);
    }

    /** What somebody handed in for {@link #problem}. */
    String answers(Random random) {
        return any(answers, random);
    }

    String function(Random random) {
        return any(functions, random);
    }

    boolean isFunction(String word) {
        return functions.contains(word);
    }

    /** Any word of the language. */
    String word(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> any(NUMBERS, random);
            case 1 -> any(SHAPES, random);
            case 2, 3 -> any(SIGNS, random);
            case 4 -> any(WORDS, random);
            default -> any(functions, random) + (random.nextBoolean() ? "(" : "");
        };
    }
}
