package nabla.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nabla.network.History.Moment;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.session.Trainer;
import nabla.session.Trainer.UntrainableText;
import nabla.session.TrainingResult;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradient descent on small networks. */
class DescentTest {

    private static final String XOR = """
            const X = [0, 0; 0, 1; 1, 0; 1, 1]
            const Y = [0; 1; 1; 0]
            mlp xor {
              input X
              dense 8 tanh
              dense 1 sigmoid
              loss bce(Y)
            }
            """;

    private static TrainingResult train(String text, long seed) throws UntrainableText {
        Settings settings = new Settings(seed, 1e-6, 0, List.of(), false, false);
        Trainer trainer = new Trainer(new SourceText("test", text), Path.of("examples/networks"), settings);
        return trainer.run(trainer.trainings().get(0), step -> { }, false);
    }

    private static List<Moment> history(String text) throws UntrainableText {
        Trainer trainer = new Trainer(new SourceText("test", text), Path.of("examples/networks"), new Settings(1L, 1e-6, 0, List.of(), false, false));
        return trainer.run(trainer.trainings().get(0), step -> { }, true).history().moments();
    }

    /** dW = -2/3*(1*2 + 2*4 + 3*6) and db = -2/3*(2 + 4 + 6) before the first step. */
    @Test
    void remembersTheNormOfTheGradientOfEachLayer() throws UntrainableText {
        List<Moment> moments = history("const X = [1; 2; 3]\nconst Y = [2; 4; 6]\nmlp {\ninput X\ndense 1 linear init zeros\nloss mse(Y)\n}\ntrain { rate 0.05 steps 1000 }");
        assertEquals(Math.hypot(56.0 / 3, 8), moments.get(0).norms().get(0), 1e-12);
        assertEquals(56.0 / 3, moments.get(0).loss(), 1e-12);
        assertNull(moments.get(0).idle().get(0), "what is linear lets everything through");
        assertEquals(List.of(0, 3, 6), moments.stream().limit(3).map(Moment::step).toList());
        assertEquals(1000, moments.get(moments.size() - 1).step());
        assertTrue(moments.get(moments.size() - 1).norms().get(0) < 1e-3, () -> moments.get(moments.size() - 1).toString());
    }

    /** The second of two rectifiers is off for both examples; of four logistic values two are at 20 and more. */
    @Test
    void remembersHowManyUnitsAreDeadOrSaturated() throws UntrainableText {
        String text = "const X = [1; 2]\nconst Y = [0; 1]\nmlp {\ninput X\ndense 2 relu weights [1, 1] bias [0, -9]\ndense 2 sigmoid weights [0.1, 20; 1, 1] bias [0, 0]\n"
                + "dense 1 linear weights [1; 1] bias 0\nloss mse(Y)\n}\ntrain { rate 0.001 steps 2 }";
        List<Idleness> idle = history(text).get(0).idle();
        assertEquals(new Idleness(true, 1, 2), idle.get(0));
        assertEquals(new Idleness(false, 2, 4), idle.get(1));
        assertNull(idle.get(2));
    }

    /** 2-8-1, tanh and logistic, rate 1, 3000 steps. */
    @Test
    void xorIsLearnedFromEverySeed() throws IOException, UntrainableText {
        String text = Files.readString(Path.of("examples/networks/xor-learned.grad"));
        for (int seed = 0; seed < 20; seed++) {
            double loss = train(text, seed).last();
            assertTrue(loss < 1e-3, "seed " + seed + ": " + loss);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mse(Y)", "bce(Y)"})
    void approachesOneAndTwoAgree(String loss) throws UntrainableText {
        TrainingResult trained = train(XOR.replace("bce(Y)", loss) + "train xor { rate 0.5  steps 50  batch each }", 1);
        assertTrue(trained.comparison().difference() < 1e-12, () -> trained.comparison().toString());
        TrainingResult together = train(XOR.replace("bce(Y)", loss) + "train xor { rate 0.5  steps 50 }", 1);
        assertEquals(together.last(), trained.last(), 1e-12);
    }

    @Test
    void aCrossEntropyOverColumnsIsAnAverageToo() throws UntrainableText {
        String text = "const X = [1, 2, 0.5; -1, 0, 1]\nconst Y = [1, 0, 0; 0, 1, 1]\nmlp {\nconvention column\ninput X\ndense 3 relu\n"
                + "dense 2 linear\nloss softmax_cross_entropy(Y)\nl2 0.1\n}\ntrain { rate 0.1 steps 5 batch each }";
        TrainingResult trained = train(text, 2);
        assertTrue(trained.comparison().difference() < 1e-12, () -> trained.comparison().toString());
    }

    @Test
    void isTheSameEachTimeAndOtherwiseWithAnotherSeed() throws UntrainableText {
        String text = XOR + "train xor { rate 0.3  steps 20  batch 3 }";
        assertEquals(train(text, 5).losses(), train(text, 5).losses());
        assertTrue(train(text, 5).last() != train(text, 6).last());
        // Weights that are given: only the order of the examples is left to the seed.
        String given = text.replace("8 tanh", "2 tanh weights [0.3, -0.5; 0.8, 0.1]").replace("1 sigmoid", "1 sigmoid weights [0.7; -0.4]");
        assertTrue(train(given, 5).last() != train(given, 6).last());
    }

    @Test
    void whatItFoundCanBeReadBack() throws UntrainableText {
        String text = XOR.replace("8 tanh", "4 prelu(0.1)") + "train xor { rate 0.3  steps 30 }";
        TrainingResult trained = train(text, 4);
        assertEquals(trained.last(), new Session(Settings.DEFAULT).check(new SourceText("trained", trained.text())).value().at(0), 0);
        assertEquals(trained.last(), train(trained.text(), 9).first(), 0);
    }

    /** Every parameter comes back as the same double, wherever it came from and in both conventions. */
    @ParameterizedTest
    @ValueSource(strings = {"convention row|W.csv", "convention column|W.csv"})
    void everyParameterIsReadBackToTheBit(String setting) throws UntrainableText {
        String[] parts = setting.split("\\|");
        String text = "const X = [1, 2, 0.5; -1, 0, 1; 0.3, 0.2, 0.1]\nconst Y = [1, 0, 0; 0, 1, 1; 0, 0, 1]\nmlp {\n" + parts[0]
                + "\ninput X\ndense 3 prelu(1/3) weights csv(\"iris.csv\", rows=1:4, columns=0:3) bias -0.1\ndense 3 softmax init normal 1e-3\n"
                + "loss cross_entropy(Y)\nl2 0.01\n}\ntrain { rate 0.1 steps 7 batch 2 }\n";
        TrainingResult trained = train(text, 3);
        Report report = new Session(Settings.DEFAULT, Path.of("examples/networks")).check(new SourceText("trained", trained.text()));
        assertEquals(List.of("W1", "b1", "a1", "W2", "b2"), List.copyOf(trained.parameters().keySet()));
        trained.parameters().forEach((name, value) -> assertEquals(value,
                report.nodes().stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow().value(), name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rate 1e200 steps 5 | diverged: after 1 step the loss is no longer a finite number; try a smaller rate \\(rate 1e199\\), .* another init",
        "rate 30 steps 12   | the loss has grown from 0[.\\d]+ to [.\\d]+e\\+\\d+ \\(the gradient of xor.W2 went from 0[.\\d]+ to [.\\d]+e\\+\\d+\\); try a smaller rate \\(rate 3\\)"})
    void saysWhatToTryWhenItDiverges(String settings, String advice) throws UntrainableText {
        TrainingResult trained = train(XOR.replace("sigmoid", "linear").replace("bce", "mse") + "train xor { " + settings + " }", 0);
        assertNotNull(trained.advice());
        assertTrue(trained.advice().matches(advice), trained::advice);
    }

    @Test
    void saysWhatToTryWhenNothingCanBeLearned() throws UntrainableText {
        TrainingResult flat = train(XOR.replace("8 tanh", "8 relu init zeros").replace("1 sigmoid", "1 step").replace("bce", "mse") + "train xor { rate 1 steps 3 }", 0);
        assertTrue(flat.advice().startsWith("nothing was learned: every gradient is 0; try another init"), flat::advice);
        TrainingResult broken = train(XOR.replace("1 sigmoid", "1 relu bias 7") + "train xor { rate 1 steps 3 }", 0);
        assertEquals(List.of(Double.NaN), broken.losses());
        assertTrue(broken.advice().startsWith("the loss is NaN before the first step: try another init"), broken::advice);
        assertNull(broken.text());
    }

    /** The first and the last loss are those of all examples: a small batch is no measure. */
    @Test
    void lossesOfBatchesAreNotCompared() throws UntrainableText {
        TrainingResult batches = train(XOR + "train xor { rate 0.01  steps 3  batch 1 }", 0);
        TrainingResult together = train(XOR + "train xor { rate 0.01  steps 3 }", 0);
        assertEquals(together.first(), batches.first(), 0);
    }

    @Test
    void whatIsComputedFromOtherNamesIsNotTrained() throws UntrainableText {
        TrainingResult trained = train("A = [1, 2, 3; 4, 5, 6]\n" + XOR.replace("8 tanh", "3 tanh weights A") + "train xor { rate 0.1 steps 3 }", 0);
        assertEquals(List.of("xor.W1"), trained.fixed());
        assertTrue(trained.text().contains("dense 3 tanh weights A bias ["), trained::text);
    }

    @Test
    void irisIsLearned() throws IOException, UntrainableText {
        TrainingResult softmax = train(Files.readString(Path.of("examples/networks/iris-softmax.grad")), 0);
        assertTrue(softmax.last() < 0.3, () -> "" + softmax.last());
        TrainingResult logistic = train(Files.readString(Path.of("examples/networks/iris-logistic.grad")), 0);
        assertTrue(logistic.last() < 0.1, () -> "" + logistic.last());
        assertTrue(logistic.comparison().difference() < 1e-12);
        assertNull(logistic.advice());
    }

    @Test
    void theExamplesHaveToBeKnown() {
        assertThrows(UntrainableText.class, () -> train(XOR.replace("const X = [0, 0; 0, 1; 1, 0; 1, 1]", "X in R(4, 2)")
                + "train xor { rate 1 steps 3 }", 0));
        assertThrows(UntrainableText.class, () -> train(XOR.replace("input X", "input 2*X") + "train xor { rate 1 steps 3 }", 0));
        UntrainableText batch = assertThrows(UntrainableText.class, () -> train(XOR + "train xor { rate 1 steps 3 batch 5 }", 0));
        assertEquals("a batch of 5, and there are 4 examples", batch.getMessage());
        assertEquals(9, batch.diagnostic().span().line());
    }

    @Test
    void aCheckDoesNotTrain() {
        String text = XOR + "train xor { rate 1e9  steps 1000000000 }";
        assertEquals(Status.VERIFIED, new Session(Settings.DEFAULT).check(new SourceText("test", text)).status());
    }
}
