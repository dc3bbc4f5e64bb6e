package nabla.session;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Trait;
import nabla.op.Binary;
import nabla.op.Meanings;
import nabla.tensor.Shape;

/**
 * The operations that are written with signs.
 *
 * @param names    the sign, then the name in reports
 * @param usage    as it is written
 * @param specimen a use of it, named y
 */
record Operators(List<String> names, String usage, Apply specimen) {

    private static final Shape WIDE = new Shape(2, 3);
    private static final Shape TALL = new Shape(3, 2);

    static final List<Operators> ALL = all();

    private static List<Operators> all() {
        List<Operators> all = new ArrayList<>();
        Binary.signed().stream().filter(op -> !op.is(Trait.STEPWISE)).map(Operators::numbers).forEach(all::add);
        Op negation = Meanings.of(Meaning.NEGATION);
        all.add(of(negation.symbol(), negation, "-a", new Input("a", Shape.SCALAR)));
        all.add(of("@", Meanings.of(Meaning.MATRIX_PRODUCT), "A @ B", new Input("A", WIDE), new Input("B", TALL)));
        all.add(of(".T", Meanings.of(Meaning.TRANSPOSE), "A.T", new Input("A", WIDE)));
        Binary.signed().stream().filter(op -> op.is(Trait.STEPWISE)).map(Operators::numbers).forEach(all::add);
        return List.copyOf(all);
    }

    private static Operators numbers(Binary op) {
        String usage = op.meaning() == Meaning.POWER ? "a^b" : "a " + op.sign() + " b";
        return of(op.sign(), op, usage, new Input("a", Shape.SCALAR), new Input("b", Shape.SCALAR));
    }

    private static Operators of(String sign, Op op, String usage, Node... arguments) {
        String name = op.symbol();
        return new Operators(sign.equals(name) ? List.of(name) : List.of(sign, name), usage, new Apply("y", op, List.of(arguments)));
    }
}
