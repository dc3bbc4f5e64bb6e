package nabla.op;

import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.ZERO;
import static nabla.op.Algebra.abs;
import static nabla.op.Algebra.gt;
import static nabla.op.Algebra.lt;
import static nabla.op.Algebra.sub;
import static nabla.op.Algebra.where;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Guard;
import nabla.graph.Node;

/** Guards of operations on two numbers. Where a parameter decides whether there is an edge, so does the distance: it is 1 if not. */
final class Edges {

    private Edges() { }

    static List<Guard> difference(Node a, Node b) {
        return List.of(Guard.jump(sub(a, b)));
    }

    static List<Guard> quotient(Node a, Node b) {
        return b instanceof Constant c && !hasZero(c) ? List.of() : List.of(Guard.pole(b));
    }

    private static boolean hasZero(Constant constant) {
        for (double x : constant.value().data()) {
            if (x == 0) {
                return true;
            }
        }
        return false;
    }

    /** A base of 0 under a negative exponent is a pole; under a broken one (½) it is the edge of the domain. */
    static List<Guard> power(Node base, Node exponent) {
        double n = ScaledNode.number(exponent);
        List<Guard> guards = new ArrayList<>();
        if (Double.isNaN(n) || n < 0) {
            guards.add(Guard.pole(where(lt(exponent, ZERO), base, ONE)));
        }
        if (Double.isNaN(n) || n != Math.rint(n)) {
            guards.add(Guard.domain(where(new Apply(Unary.WHOLE, exponent), ONE, base)));
        }
        return guards;
    }

    /** An angle jumps behind the origin, and has no derivative there. */
    static List<Guard> cut(Node y, Node x) {
        return List.of(Guard.jump(where(lt(x, ZERO), y, ONE)), Guard.pole(Algebra.hypot(y, x)));
    }

    /** The bend at 0 of a function whose other side has the slope {@code side}: none if that is 1. */
    static List<Guard> bend(Node x, Node side) {
        double slope = ScaledNode.number(side);
        if (slope == 1) {
            return List.of();
        }
        return List.of(Guard.kink(Double.isNaN(slope) ? where(gt(abs(sub(side, ONE)), ZERO), x, ONE) : x));
    }
}
