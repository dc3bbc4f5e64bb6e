package nabla.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Trait;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.network.Definition;
import nabla.network.Descent;
import nabla.network.Examples;
import nabla.network.History;
import nabla.network.LayerUnits;
import nabla.network.Objective;
import nabla.network.Perceptron;
import nabla.op.Functions;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Reader;
import nabla.syntax.Script;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;
import nabla.translate.CsvCall;
import nabla.translate.Options;
import nabla.translate.Translator;

/** Runs the {@code train} blocks of a text whose gradients have been verified. */
public final class Trainer {

    private final Script script;
    private final Options options;
    private final Model model;

    /** Reads a text; what is wrong with it is for {@link Session#check} to say. */
    public Trainer(SourceText source, Path folder, Settings settings) {
        this.script = new Reader(Functions.names()).read(source);
        this.options = new Options(settings.seed(), settings.at(), settings.free(), folder);
        this.model = Translator.translate(script, options);
    }

    /** The text cannot be trained; the diagnostic says where and why. */
    public static final class UntrainableText extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Diagnostic diagnostic;

        UntrainableText(Span span, String message, String hint) {
            super(message);
            this.diagnostic = Diagnostic.error(span, message, hint);
        }

        public Diagnostic diagnostic() {
            return diagnostic;
        }
    }

    /** The {@code train} blocks, in the order of the text. */
    public List<Statement.Training> trainings() {
        return script.statements().stream().filter(Statement.Training.class::isInstance).map(Statement.Training.class::cast).toList();
    }

    /** Whether something in the text comes from files. */
    public boolean readsFiles() {
        return script.statements().stream().flatMap(statement -> statement.read(new ValueExpressions())).anyMatch(CsvCall::isIn);
    }

    /** The text with the loss that a block minimises as its output: its gradients are those to verify first. */
    public SourceText verified(Statement.Training training) {
        if (model.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            return script.source();
        }
        String loss = Perceptron.prefix(training.network() == null ? null : training.network().name()) + "loss";
        StringBuilder text = new StringBuilder(script.source().text());
        for (Statement statement : script.statements()) {
            if (statement instanceof Statement.Output output) {
                text.replace(output.span().start(), output.span().end(), " ".repeat(output.span().end() - output.span().start()));
            }
        }
        return new SourceText(script.source().name(), text.append("\noutput ").append(loss).append('\n').toString());
    }

    /** Runs one block; {@code progress} is told how many steps are done, and {@code recorded} keeps what the network was like on the way. */
    public TrainingResult run(Statement.Training training, IntConsumer progress, boolean recorded) throws UntrainableText {
        Statement.Network network = network(training);
        Map<String, Tensor> data = new LinkedHashMap<>();
        data.put(leafName(network.input(), "input"), null);
        data.put(leafName(network.loss().arguments().get(0).value(), "target"), null);
        data.replaceAll((name, none) -> value(name));
        Examples examples = new Examples(data, network.column());
        if (!examples.match()) {
            throw new UntrainableText(network.loss().span(), String.join(" and ", data.keySet()) + " do not hold the same number of examples", null);
        } else if (training.batch() > examples.count()) {
            throw new UntrainableText(training.span(), "a batch of " + training.batch() + ", and there are " + examples.count() + " examples", "write batch all");
        }
        Map<String, Tensor> parameters = parameters(network);
        if (parameters.isEmpty()) {
            throw new UntrainableText(training.span(), "the network has no parameters to train: all are computed from other names",
                    "give the layers init he, or weights that are written out");
        }
        Descent descent = new Descent(training, examples, given -> objective(network, given), parameters, model.seed());
        History history = recorded ? new History(units(network, data), Perceptron.definitions(network), training.steps()) : null;
        Descent.Result result = descent.run((step, slope, now, last) -> {
            if (history != null) {
                history.before(step, slope, now, last);
            }
            if (step > 0) {
                progress.accept(step);
            }
        });
        boolean averaged = Functions.find(network.loss().function()).is(Trait.AVERAGES);
        boolean each = training.batches() == Statement.Batches.EACH && averaged && !result.isBroken();
        TrainingResult.Comparison comparison = each ? compare(descent) : null;
        return new TrainingResult(network.name(), result.losses(), result.parameters(), fixed(network, parameters), new Advice(training, result).text(),
                comparison, result.isBroken() ? null : new Rewriting(script.source(), network).with(result.parameters()), history);
    }

    private Statement.Network network(Statement.Training training) {
        String name = training.network() == null ? null : training.network().name();
        return script.statements().stream().filter(Statement.Network.class::isInstance).map(Statement.Network.class::cast)
                .filter(network -> name == null ? network.name() == null : name.equals(network.name())).findFirst().orElseThrow();
    }

    private String leafName(Expression expression, String what) throws UntrainableText {
        if (expression instanceof Expression.Name name && leaf(model, name.name()) != null) {
            if (leaf(model, name.name()).value() == null) {
                throw new UntrainableText(name.span(), name.name() + " has no value to train with", "write " + name.name() + " = csv(\"data.csv\"), or = [1, 2; 3, 4]");
            }
            return name.name();
        }
        throw new UntrainableText(expression.span(), "the " + what + " of a network that is trained has to be a name with a value",
                "define it on a line of its own: const X = csv(\"data.csv\")");
    }

    private static Leaf leaf(Model model, String name) {
        return model.leaves().stream().filter(leaf -> leaf.node().name().equals(name)).findFirst().orElse(null);
    }

    private Tensor value(String name) {
        return leaf(model, name).value();
    }

    private Map<String, Tensor> parameters(Statement.Network network) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        parameters(model, network).forEach(leaf -> parameters.put(leaf.node().name(), leaf.value()));
        return parameters;
    }

    /** The weights and biases that are computed from other names and so stay as they are. */
    private static List<String> fixed(Statement.Network network, Map<String, Tensor> parameters) {
        return Perceptron.definitions(network).stream().filter(Definition::isParameter).map(Definition::name)
                .filter(name -> !parameters.containsKey(name)).toList();
    }

    /** The leaves that belong to the network: {@code W1 b1 a1 W2 …}. */
    private static List<Leaf> parameters(Model model, Statement.Network network) {
        List<String> names = new ArrayList<>();
        Perceptron.definitions(network).forEach(definition -> names.add(definition.name()));
        return model.leaves().stream().filter(leaf -> names.contains(leaf.node().name())).toList();
    }

    /** The objective over other examples: the text is translated anew, because shapes are part of a graph. */
    private Objective objective(Statement.Network network, Map<String, Tensor> given) {
        Model other = Translator.translate(script, options, given);
        Map<Input, Tensor> values = new IdentityHashMap<>();
        other.leaves().stream().filter(leaf -> leaf.value() != null).forEach(leaf -> values.put(leaf.node(), leaf.value()));
        String name = Perceptron.prefix(network.name()) + "loss";
        Node loss = other.definitions().stream().filter(node -> node instanceof Apply && name.equals(node.name())).findFirst().orElseThrow();
        return new Objective(loss, parameters(other, network).stream().map(Leaf::node).toList(), values);
    }

    /** Over all examples. */
    private LayerUnits units(Statement.Network network, Map<String, Tensor> data) {
        Model whole = Translator.translate(script, options, data);
        Map<Input, Tensor> values = new IdentityHashMap<>();
        whole.leaves().stream().filter(leaf -> leaf.value() != null).forEach(leaf -> values.put(leaf.node(), leaf.value()));
        Map<String, Node> named = new HashMap<>();
        whole.definitions().forEach(node -> named.put(node.name(), node));
        String prefix = Perceptron.prefix(network.name());
        List<LayerUnits.Layer> layers = new ArrayList<>();
        for (int l = 1; l <= network.layers().size(); l++) {
            layers.add(new LayerUnits.Layer(network.layers().get(l - 1).activation().function(), named.get(prefix + "z" + l), (Apply) named.get(prefix + "h" + l)));
        }
        return new LayerUnits(network.column(), layers, values);
    }

    private static TrainingResult.Comparison compare(Descent descent) {
        long start = System.nanoTime();
        Objective.Slope each = descent.each();
        long middle = System.nanoTime();
        Objective.Slope all = descent.all();
        long end = System.nanoTime();
        double largest = 0;
        double difference = 0;
        for (Map.Entry<String, Tensor> gradient : all.gradients().entrySet()) {
            Tensor other = each.gradients().get(gradient.getKey());
            largest = Math.max(largest, gradient.getValue().largest());
            for (int k = 0; k < other.count(); k++) {
                difference = Math.max(difference, Math.abs(other.at(k) - gradient.getValue().at(k)));
            }
        }
        return new TrainingResult.Comparison(largest == 0 ? difference : difference / largest, (middle - start) / 1e9, (end - middle) / 1e9);
    }
}
