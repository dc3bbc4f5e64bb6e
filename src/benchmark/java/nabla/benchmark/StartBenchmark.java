package nabla.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Whole processes beside a Java that says hello. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 15)
@Fork(1)
public class StartBenchmark {

    /** The least that a Java program can do. */
    public static final class Hello {

        private Hello() { }

        public static void main(String[] arguments) {
            System.out.println("hello");
        }
    }

    @Benchmark
    public int hello() throws IOException, InterruptedException {
        return run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", Path.of("target", "test-classes").toString(),
                Hello.class.getName());
    }

    @Benchmark
    public int version() throws IOException, InterruptedException {
        return run("./nabla", "--version");
    }

    @Benchmark
    public int check() throws IOException, InterruptedException {
        return run("./nabla", "check", "examples/practice.grad");
    }

    /** From the start of a session to its end, with one line. */
    @Benchmark
    public int session() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("./nabla", "repl").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().write("x = 1\n".getBytes());
        process.getOutputStream().close();
        return ended(process);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return ended(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
    }

    private static int ended(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("exit code " + process.exitValue());
        }
        return 0;
    }
}
