package nabla.benchmark;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nabla.backward.ReversePass;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Tape;
import nabla.model.Model;
import nabla.op.Algebra;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.tensor.Tensor;
import nabla.translate.Options;
import nabla.translate.Translator;
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

/** The forward pass, and both passes: a network, and a chain of a million scalars. With the collector of the launcher. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmn1500m"})
public class PassBenchmark {

    @Param({"784-128-10/32", "chain 1000000"})
    private String graph;
    private final Map<Input, Tensor> point = new IdentityHashMap<>();
    private Program forward;
    private Program both;

    @Setup
    public void build() {
        String text = graph.startsWith("chain ") ? Workload.chain(Integer.parseInt(graph.substring(6))) : Workload.network(graph);
        Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("benchmark", text)),
                new Options(null, List.of(), false, null, false));
        List<Node> targets = new ArrayList<>();
        for (Model.Leaf leaf : model.leaves()) {
            point.put(leaf.node(), leaf.value());
            if (!leaf.constant()) {
                targets.add(leaf.node());
            }
        }
        forward = new Program(List.of(model.root()));
        List<Node> roots = new ArrayList<>(List.of(model.root()));
        Tape tape = Tape.of(List.of(model.root()));
        ReversePass pass = ReversePass.ofNumbers(tape, Algebra.ONE, tape.reached(targets));
        targets.forEach(target -> roots.add(pass.gradient(target)));
        both = new Program(roots);
    }

    @Benchmark
    public Values forward() {
        return Values.at(forward, point);
    }

    @Benchmark
    public Values forwardAndBackward() {
        return Values.at(both, point);
    }
}
