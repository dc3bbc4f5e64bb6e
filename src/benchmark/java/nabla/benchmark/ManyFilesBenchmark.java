package nabla.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A folder of small files, in a process of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(1)
public class ManyFilesBenchmark {

    @Param({"1", "1000", "10000"})
    private int files;
    private Path folder;

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("nabla");
        for (int i = 0; i < files; i++) {
            Files.writeString(folder.resolve("file" + i + ".grad"), Workload.small(i));
        }
    }

    @Benchmark
    public int check() throws IOException, InterruptedException {
        return new ProcessBuilder("./nabla", "check", "-q", folder.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
