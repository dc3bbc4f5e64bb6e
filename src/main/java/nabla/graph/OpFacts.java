package nabla.graph;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nabla.formula.Notation;

/**
 * What is known of an operation whatever it is applied to; written as a chain, where what is not said is what holds of most.
 *
 * @param symbol   its name in reports: {@code mul}, {@code matmul}, {@code softmax}
 * @param traits   what is true of it
 * @param meaning  what it is to algebra
 * @param notation how a call of it is set: by its name, where nothing else is said
 * @param range    the values that it takes, in words; null where nobody asks
 * @param lesson   what is taught of its derivative, a sentence; null where nobody asks
 */
public record OpFacts(String symbol, Set<Trait> traits, Meaning meaning, Notation notation, String range, String lesson) {

    public static OpFacts of(String symbol, Trait... traits) {
        return new OpFacts(symbol, EnumSet.noneOf(Trait.class), Meaning.OTHER, Notation.PLAIN, null, null).is(traits);
    }

    public OpFacts is(Trait... more) {
        Set<Trait> all = EnumSet.copyOf(traits);
        all.addAll(List.of(more));
        return new OpFacts(symbol, all, meaning, notation, range, lesson);
    }

    public OpFacts meaning(Meaning algebraic) {
        return new OpFacts(symbol, traits, algebraic, notation, range, lesson);
    }

    /** Its name in LaTeX. */
    public OpFacts latex(String name) {
        return new OpFacts(symbol, traits, meaning, new Notation(name, notation.style(), notation.result()), range, lesson);
    }

    public OpFacts set(Notation.Style style) {
        return new OpFacts(symbol, traits, meaning, new Notation(notation.name(), style, notation.result()), range, lesson);
    }

    public OpFacts gives(Notation.Result result) {
        return new OpFacts(symbol, traits, meaning, notation.giving(result), range, lesson);
    }

    public OpFacts range(String values) {
        return new OpFacts(symbol, traits, meaning, notation, values, lesson);
    }

    public OpFacts lesson(String sentence) {
        return new OpFacts(symbol, traits, meaning, notation, range, sentence);
    }
}
