package nabla.benchmark;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nabla.report.Report;
import nabla.writer.Palette;
import nabla.writer.TextStyle;
import nabla.writer.TextStyle.Detail;
import nabla.writer.TextWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A small check in a process that has done many. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WarmBenchmark {

    /** Up to the report as data. */
    @Benchmark
    public Report verdicts() {
        return Workload.check("z = x*y + x\nx = 1\ny = 2\n", 0);
    }

    /** With the report as text. */
    @Benchmark
    public String text() throws IOException {
        StringWriter out = new StringWriter();
        TextWriter writer = new TextWriter(out, new TextStyle(Palette.PLAIN, Detail.NORMAL, false, false, 100));
        writer.add(writer.page(verdicts(), Duration.ZERO));
        writer.end();
        return out.toString();
    }
}
