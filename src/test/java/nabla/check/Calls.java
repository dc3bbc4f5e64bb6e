package nabla.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.op.Binary;
import nabla.op.Blocks;
import nabla.op.Function;
import nabla.op.Function.Kind;
import nabla.op.Function.Parameter;
import nabla.op.Functions;
import nabla.op.Indexing;
import nabla.op.Matmul;
import nabla.op.RegistryCall;
import nabla.op.Subscript;
import nabla.op.Transpose;
import nabla.op.Unary;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Every function of the registry and every operator, called with random arguments of shapes that fit. */
final class Calls {

    private static final List<Binary> SIGNS = List.of(Binary.ADD, Binary.SUB, Binary.MUL, Binary.DIV, Binary.POW, Binary.LT, Binary.LE,
            Binary.GT, Binary.GE);
    private static final Map<String, Call> ALL = all();

    private Calls() { }

    /** Makes a node out of what a supplier offers. */
    interface Call {

        /**
         * One call.
         *
         * @throws ShapeMismatch if what was offered does not fit
         */
        Node of(Supplier<Node> offered, SplittableRandom random);
    }

    /** By name: a function's, or an operator's sign. */
    static Map<String, Call> byName() {
        return ALL;
    }

    private static Map<String, Call> all() {
        Map<String, Call> calls = new TreeMap<>();
        Functions.all().stream().filter(Calls::takesMatrices).forEach(function -> calls.put(function.name(), (offered, random) -> call(function, offered, random)));
        SIGNS.forEach(op -> calls.put(op.symbol(),
                (offered, random) -> new Apply(op, offered.get(), op == Binary.POW && random.nextBoolean() ? exponent(random) : offered.get())));
        calls.put("@", binary(new Matmul()));
        calls.put(".T", unary(new Transpose()));
        calls.put("-x", unary(Unary.NEG));
        calls.put("b = a", unary(Unary.IDENTITY));
        calls.put("A[i, j]", (offered, random) -> Indexing.slice(null, offered.get(), List.of(subscript(random), subscript(random))));
        calls.put("[A, B]", (offered, random) -> Blocks.of(null, List.of(List.of(offered.get(), offered.get()))));
        calls.put("[A; B]", (offered, random) -> Blocks.of(null, List.of(List.of(offered.get()), List.of(offered.get()))));
        return calls;
    }

    private static Call unary(Op op) {
        return (offered, random) -> new Apply(op, offered.get());
    }

    private static Call binary(Op op) {
        return (offered, random) -> new Apply(op, offered.get(), offered.get());
    }

    /** Whether it is seldom in vain to call it with matrices: convolutions want four dimensions, texts are never guessed; TensorUses calls those. */
    private static boolean takesMatrices(Function function) {
        SplittableRandom random = new SplittableRandom(1);
        if (function.parameters().stream().anyMatch(parameter -> parameter.kind() == Kind.TEXT)) {
            return false;
        }
        for (int tries = 0; tries < 200; tries++) {
            try {
                call(function, () -> new Input("x", new Shape(1 + random.nextInt(4), 1 + random.nextInt(4))), random);
                return true;
            } catch (ShapeMismatch mismatch) {
                // The next try has other shapes.
            }
        }
        return false;
    }

    /** The dimensions of a node in any order. */
    private static List<Integer> dimensions(Node node, SplittableRandom random) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, node.shape().dimensions()).boxed().toList());
        Collections.shuffle(all, new Random(random.nextLong()));
        return all;
    }

    private static Node exponent(SplittableRandom random) {
        double[] usual = {2, 3, -1, -2, 0.5, 1.5, 4, 0, 1};
        return new Constant(usual[random.nextInt(usual.length)]);
    }

    private static Subscript subscript(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Subscript.ALL;
            case 1 -> Subscript.at(random.nextInt(-2, 2));
            case 2 -> Subscript.range(random.nextInt(2), null, null);
            default -> Subscript.range(null, null, random.nextBoolean() ? 2 : -1);
        };
    }

    private static Node call(Function function, Supplier<Node> offered, SplittableRandom random) {
        RegistryCall call = new RegistryCall(function);
        Node first = null;
        for (Parameter parameter : function.parameters()) {
            boolean optional = parameter.fallback() != null;
            if (parameter.kind() == Kind.MATRIX && !(optional && random.nextBoolean())) {
                List<Node> given = new ArrayList<>(List.of(offered.get()));
                while (parameter.repeated() && given.size() < 4 && random.nextInt(3) > 0) {
                    given.add(offered.get());
                }
                first = first == null ? given.get(0) : first;
                call.with(parameter.name(), given);
            } else if (parameter.kind() == Kind.MATRIX && !parameter.fallback().isNaN()) {
                first = first == null ? new Constant(parameter.fallback()) : first;
                call.with(parameter.name(), new Constant(parameter.fallback()));
            } else if (parameter.kind() == Kind.NUMBERS && random.nextBoolean()) {
                call.integers(parameter.name(), List.of(random.nextInt(2)));
            } else if (parameter.kind() == Kind.INTEGER && !(optional && random.nextBoolean())) {
                boolean order = parameter.repeated() && first != null && random.nextBoolean();
                call.integers(parameter.name(), order ? dimensions(first, random)
                        : random.ints(parameter.repeated() ? 2 : 1, 1, 5).boxed().toList());
            } else if (parameter.kind() == Kind.CONSTANT && !optional) {
                call.constant(parameter.name(), Tensor.of(new Shape(1 + random.nextInt(4), 1), k -> 0));
            } else if (parameter.kind() == Kind.CONSTANT) {
                call.constant(parameter.name(), Tensor.scalar(parameter.fallback()));
            }
        }
        return call.drawing(random.nextLong()).node();
    }
}
