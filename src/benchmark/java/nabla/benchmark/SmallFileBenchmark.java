package nabla.benchmark;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import nabla.report.Report;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Files of a few lines that ask for much work: three sizes of each kind, the second and third twice the one before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class SmallFileBenchmark {

    private static final Map<String, IntFunction<String>> KINDS = Map.of("jacobian", Workload::jacobian, "maximum", Workload::maximum,
            "product", Workload::product, "roots", Workload::roots, "layers", Workload::layers, "literal", Workload::literal);

    @Param({"jacobian 20", "jacobian 40", "jacobian 80", "maximum 125", "maximum 250", "maximum 500", "product 8", "product 16", "product 32",
        "roots 50", "roots 100", "roots 200", "layers 10", "layers 20", "layers 40", "literal 4000", "literal 8000", "literal 16000"})
    private String file;

    @Benchmark
    public Report check() {
        String[] words = file.split(" ");
        return Workload.check(KINDS.get(words[0]).apply(Integer.parseInt(words[1])), 0);
    }

    /** Operations that call others twice: each step doubles the graph. */
    @Benchmark
    public Report doubling(Depth depth) {
        return Workload.check(Workload.doubling(depth.depth), 0);
    }

    /** How deep operations call others. */
    @State(Scope.Benchmark)
    public static class Depth {

        @Param({"10", "12", "14"})
        private int depth;
    }
}
