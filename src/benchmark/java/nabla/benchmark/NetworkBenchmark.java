package nabla.benchmark;

import java.util.concurrent.TimeUnit;
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

/** Every partial derivative of a network by its weights, verified: each fork is a cold start. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class NetworkBenchmark {

    @Param({"4-200-3/16", "64-64-10/32", "784-32-10/32", "784-128-10/32"})
    private String sizes;

    @Benchmark
    public Report everyEntry() {
        return Workload.check(Workload.network(sizes), 0);
    }
}
