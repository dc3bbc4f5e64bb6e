package nabla.op;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nabla.graph.Meaning;
import nabla.graph.Op;

/** The operations by what they are to algebra: for those who state a law and have to write down the other side of it. */
public final class Meanings {

    private static final Map<Meaning, Op> OPS = new EnumMap<>(Meaning.class);

    static {
        Stream.of(Unary.values(), Binary.values(), Ternary.values(), Winner.values()).flatMap(Stream::of)
                .filter(op -> op.meaning() != Meaning.OTHER).forEach(op -> OPS.putIfAbsent(op.meaning(), op));
        for (Op op : List.of(new Matmul(), new Transpose(), new Ratio())) {
            OPS.put(op.meaning(), op);
        }
    }

    private static final Map<String, String> SIGNS = signs();

    private Meanings() { }

    private static Map<String, String> signs() {
        Map<String, String> signs = new HashMap<>();
        Binary.signed().forEach(op -> signs.put(op.symbol(), op.sign()));
        signs.put(of(Meaning.NEGATION).symbol(), "-");
        signs.put(of(Meaning.IDENTITY).symbol(), "=");
        signs.put(of(Meaning.MATRIX_PRODUCT).symbol(), "@");
        return signs;
    }

    /** The shortest that an operation is called: its sign, or its name if it has none. */
    public static String sign(String symbol) {
        return SIGNS.getOrDefault(symbol, symbol);
    }

    /**
     * The operation that has a meaning.
     *
     * @throws IllegalArgumentException if several have it, or none: of a reduction there is one for each axis
     */
    public static Op of(Meaning meaning) {
        Op op = OPS.get(meaning);
        if (op == null) {
            throw new IllegalArgumentException("no single operation is " + meaning);
        }
        return op;
    }
}
