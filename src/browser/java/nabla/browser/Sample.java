package nabla.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import nabla.cli.Invocation;

/** A page as the command line writes it, and where it shows one graph the report in JSON beside it. */
enum Sample {

    TWO_PATHS("z = x*y + x\nx = 1\ny = 2\ndz/dx = y + 1\n"), DEEP_CHAIN(Path.of("examples/chain-rule/deep-chain.grad")),
    LOGISTIC_REGRESSION(Path.of("examples/regression/logistic.grad")), SOFTMAX_REGRESSION(Path.of("examples/regression/softmax.grad")),
    NETWORK(Path.of("examples/networks/three-four-two.grad")), MISFITTING_RULE(Path.of("examples/mistakes/rules/add-bias-not-summed.grad")),
    WRONG_RULE("op Double(x in R(1, 1)) {\n  forward y = 2*x\n  backward dx = 3*dy\n}\nx = 1.5\nz = Double(x)^2\n"), WEB(web()),
    BIAS("X = [1, 2, 0.5, -1; 0.3, -0.7, 1, 2; 0.1, 0.4, -2, 1]\nW = [0.1, 0.2; 0.3, -0.4; 0.5, 0.6; -0.7, 0.8]\nb = [0.5, -0.5]\nZ = X @ W + b\nL = sum(tanh(Z)^2)\n"),
    TRAINING("train", "examples/networks/xor-learned.grad"), HOMEWORK("grade", "examples/homework/homework.grad", "examples/homework/handed-in"),
    SOLVED_HOMEWORK("grade", "--reveal", "examples/homework/homework.grad", "examples/homework/handed-in"), FOLDER("check", "examples/chain-rule");

    /** Those with one graph each, whose nodes are all drawn. */
    static final Set<Sample> GRAPHS = EnumSet.of(TWO_PATHS, DEEP_CHAIN, LOGISTIC_REGRESSION, SOFTMAX_REGRESSION, NETWORK, MISFITTING_RULE, WRONG_RULE, BIAS);

    private final String text;
    private final String[] command;

    Sample(String text) {
        this.text = text;
        this.command = new String[] {"check", folder().resolve(name() + ".grad").toString()};
    }

    Sample(Path file) {
        this("check", file.toString());
    }

    Sample(String command, String... arguments) {
        this.text = null;
        this.command = new String[arguments.length + 1];
        this.command[0] = command;
        System.arraycopy(arguments, 0, this.command, 1, arguments.length);
    }

    /** Fifty definitions of six operations each: too many nodes to be drawn one by one. */
    private static String web() {
        StringBuilder text = new StringBuilder("a = 0.3\nb = 0.7\nu0 = 0.5\nu1 = 0.25\n");
        for (int k = 2; k < 52; k++) {
            text.append("u" + k + " = sin(a*u" + (k - 1) + " + b*u" + (k - 2) + ")*2 - 0.1\n");
        }
        return text.toString();
    }

    /** One for each process of tests: a page that another one is writing is empty for a moment. */
    private static Path folder() {
        return Path.of("target", "browser", Long.toString(ProcessHandle.current().pid())).toAbsolutePath();
    }

    Path page() {
        return written("html");
    }

    Path json() {
        return written("json");
    }

    private synchronized Path written(String format) {
        Path file = folder().resolve(name() + "." + format);
        try {
            Files.createDirectories(folder());
            if (text != null) {
                Files.writeString(folder().resolve(name() + ".grad"), text);
            }
            String[] arguments = new String[command.length + 4];
            System.arraycopy(new String[] {command[0], "--format", format, this == TRAINING ? "--plot" : "-o", file.toString()}, 0, arguments, 0, 5);
            System.arraycopy(command, 1, arguments, 5, command.length - 1);
            Files.deleteIfExists(file);
            Invocation run = Invocation.of(arguments);
            assertTrue(Files.exists(file), run::err);
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
