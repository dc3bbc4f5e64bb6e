package nabla.mistake;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nabla.graph.Node;

/**
 * One way of getting a backward rule wrong, a row of a table. <b>To add a kind of mistake, add a row</b> to the table of its family
 * ({@link ActivationSlips} is the exemplar): its code, what to tell the learner, and what the rule contributes instead.
 *
 * @param codes    of the mistake
 * @param sentence {@code {use}}, {@code {op}}, {@code {x}} (the argument) and {@code {other}} (the other one) are filled in
 * @param terms    what the use contributes to the gradient of the argument instead; none where this mistake cannot be made
 * @param written  one of these stands in the answer of whoever makes this mistake: a formula without is no such mistake
 */
record Slip(Codes codes, String sentence, Function<Edge, Stream<Node>> terms, Function<Edge, Stream<Node>> written) {

    /** A mistake that can be made at some uses, in one way. */
    static Slip at(Predicate<Edge> where, Codes codes, String sentence, Function<Edge, Node> term) {
        return new Slip(codes, sentence, edge -> where.test(edge) ? Stream.ofNullable(term.apply(edge)) : Stream.empty(), edge -> Stream.empty());
    }

    /** A mistake that can be made in several ways. */
    static Slip any(Predicate<Edge> where, Codes codes, String sentence, Function<Edge, Stream<Node>> terms) {
        return new Slip(codes, sentence, edge -> where.test(edge) ? terms.apply(edge).filter(Objects::nonNull) : Stream.empty(),
                edge -> Stream.empty());
    }

    /** The same, told only of answers in which something stands. */
    Slip writing(Function<Edge, Stream<Node>> expressions) {
        return new Slip(codes, sentence, terms, expressions);
    }
}
