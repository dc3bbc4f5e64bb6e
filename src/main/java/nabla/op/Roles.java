package nabla.op;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nabla.graph.Op;
import nabla.graph.Role;

/** The operations by what they are to algebra: for those who state a law and have to write down the other side of it. */
public final class Roles {

    private static final Map<Role, Op> OPS = new EnumMap<>(Role.class);

    static {
        Stream.of(Unary.values(), Binary.values(), Ternary.values(), Winner.values()).flatMap(Stream::of)
                .filter(op -> op.role() != Role.OTHER).forEach(op -> OPS.putIfAbsent(op.role(), op));
        for (Op op : List.of(new Matmul(), new Transpose(), new Ratio())) {
            OPS.put(op.role(), op);
        }
    }

    private Roles() { }

    /**
     * The operation that has a role.
     *
     * @throws IllegalArgumentException if several have it, or none: of a reduction there is one for each axis
     */
    public static Op of(Role role) {
        Op op = OPS.get(role);
        if (op == null) {
            throw new IllegalArgumentException("no single operation is " + role);
        }
        return op;
    }
}
