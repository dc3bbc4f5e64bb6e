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

/** Graphs of many nodes: how the time grows with their number. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(3)
public class LongGraphBenchmark {

    @Param({"2000", "20000", "200000"})
    private int nodes;

    /** Every inner node is verified. */
    @Benchmark
    public Report sum() {
        return Workload.check(Workload.sum(nodes), 0);
    }

    /** Three entries of each leaf, and three inner nodes. */
    @Benchmark
    public Report chain() {
        return Workload.check(Workload.chain(nodes), 3);
    }
}
