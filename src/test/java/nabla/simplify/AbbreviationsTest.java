package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.backward.Gradients;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Unary;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AbbreviationsTest {

    private static final Input X = new Input("x", Shape.SCALAR);

    private final Simplifier simplifier = new Simplifier(Facts.NONE);

    @Test
    void aShortFormulaIsWrittenAsAWhole() {
        Node square = new Apply(Binary.MUL, new Apply(Unary.SIGMOID, X), new Apply(Unary.SIGMOID, X));
        assertEquals("sigmoid(x)^2", TextFormula.text(formula(square, List.of())));
        Node part = Algebra.sin(Algebra.add(Algebra.exp(X), Algebra.mul(3, X)));
        Formula twice = formula(Algebra.add(part, new Apply(Unary.COS, part)), List.of());
        assertFalse(twice instanceof Formula.Where, TextFormula.text(twice));
    }

    @Test
    void thirtySigmoidsAreNamedOnceEach() {
        Node chain = X;
        for (int k = 0; k < 30; k++) {
            chain = new Apply(Unary.SIGMOID, chain);
        }
        Formula.Where where = assertInstanceOf(Formula.Where.class, formula(Gradients.of(chain, X), Topology.order(List.of(chain))));
        assertEquals("v30", where.definitions().get(29).name());
        assertEquals("sigmoid(v29)", TextFormula.text(where.definitions().get(29).value()));
        assertTrue(TextFormula.text(where).length() < 30 * 40);
        assertReadsBack(where, Gradients.of(chain, X));
    }

    @Test
    void derivativesOfTheFourthOrderStayReadable() {
        Node f = new Apply(Binary.DIV, Algebra.sin(X), Algebra.add(Algebra.ONE, Algebra.exp(X)));
        for (int order = 0; order < 4; order++) {
            f = Gradients.of(f, X);
        }
        Formula formula = formula(f, List.of());
        assertTrue(TextFormula.text(formula).length() < 400, TextFormula.text(formula));
        assertReadsBack(formula instanceof Formula.Where where ? where : new Formula.Where(formula, List.of()), f);
    }

    @Test
    void theSamePartHasTheSameNameEverywhere() {
        Abbreviations abbreviations = new Abbreviations(List.of(X, new Input("v1", Shape.SCALAR)), new Names(List.of()));
        Node part = Algebra.sin(Algebra.add(Algebra.exp(X), Algebra.mul(3, X)));
        Formula first = abbreviations.of(repeated(part, Unary.COS)).orElseThrow();
        Formula second = abbreviations.of(repeated(part, Unary.TANH)).orElseThrow();
        assertEquals("v2", ((Formula.Where) first).definitions().get(0).name());
        assertEquals(((Formula.Where) first).definitions().get(0), ((Formula.Where) second).definitions().get(0));
    }

    private static Node repeated(Node part, Unary op) {
        Node sum = part;
        for (int k = 2; k < 8; k++) {
            sum = Algebra.add(sum, new Apply(op, new Apply(Binary.MUL, Algebra.constant(k), part)));
        }
        return sum;
    }

    private Formula formula(Node node, List<Node> graph) {
        return new Abbreviations(graph, new Names(graph)).of(simplifier.simplify(node)).orElseThrow();
    }

    /** As a program: the definitions, then the body. */
    private static void assertReadsBack(Formula.Where where, Node original) {
        List<String> program = new ArrayList<>(List.of("x in R"));
        where.definitions().forEach(definition -> program.add(definition.name() + " = " + TextFormula.text(definition.value())));
        program.add("result = " + TextFormula.text(where.body()));
        Model model = Programs.model(program.toArray(String[]::new));
        Input x = model.leaves().get(0).node();
        Tensor read = Values.of(model.root(), Map.of(x, Tensor.scalar(0.7)));
        Tensor expected = Values.of(original, Map.of(X, Tensor.scalar(0.7)));
        assertEquals(expected.at(0), read.at(0), 1e-12 * Math.abs(expected.at(0)) + 1e-30);
    }
}
