package nabla.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.syntax.antlr.NablaParser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.StarLoopEntryState;
import org.antlr.v4.runtime.atn.Transition;

/** What the rules of the grammar derive, taken from the automaton of the parser: alternatives, shortest sentences, what comes around a rule. */
final class Derivations {

    private static final ATN AUTOMATON = NablaParser._ATN;

    /** A word, or a rule where {@code rule} is not negative. */
    record Symbol(int word, int rule) { }

    /**
     * An alternative of a rule, with every loop taken once or not at all.
     *
     * @param from and {@code to} is the body of its loop, where one is taken; otherwise −1
     */
    record Alternative(int rule, List<Symbol> symbols, int from, int to) { }

    /** A derivation of a rule from itself: what comes before it and after it. */
    record Around(List<Integer> before, List<Integer> after) {

        static final Around NOTHING = new Around(List.of(), List.of());

        Around with(Around inner) {
            List<Integer> left = new ArrayList<>(before);
            left.addAll(inner.before);
            List<Integer> right = new ArrayList<>(inner.after);
            right.addAll(after);
            return new Around(left, right);
        }
    }

    private final Map<Integer, List<Alternative>> alternatives = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> shortest = new HashMap<>();

    Derivations() {
        for (int rule = 0; rule < AUTOMATON.ruleToStartState.length; rule++) {
            List<Alternative> all = new ArrayList<>();
            walk(rule, AUTOMATON.ruleToStartState[rule], new ArrayList<>(), new HashMap<>(), -1, -1, all);
            alternatives.put(rule, all);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Alternative alternative : all()) {
                List<Integer> words = words(alternative.symbols());
                List<Integer> known = shortest.get(alternative.rule());
                if (words != null && (known == null || length(words) < length(known))) {
                    shortest.put(alternative.rule(), words);
                    changed = true;
                }
            }
        }
        alternatives.values().forEach(all -> all.sort(Comparator.comparingInt(alternative -> words(alternative.symbols()).size())));
    }

    /** Short ones first. */
    List<Alternative> all() {
        return alternatives.values().stream().flatMap(List::stream).toList();
    }

    /** A name is shorter than a number, which would multiply what follows. */
    private static long length(List<Integer> words) {
        return 2L * words.size() + words.stream().filter(word -> word == NablaParser.NUMBER).count();
    }

    /** A loop is taken at most once; where one is, its body is remembered. */
    private void walk(int rule, ATNState state, List<Symbol> symbols, Map<ATNState, Integer> entered, int from, int to, List<Alternative> all) {
        if (state instanceof RuleStopState) {
            all.add(new Alternative(rule, List.copyOf(symbols), from, to));
            return;
        }
        int before = entered.getOrDefault(state, 0);
        if (before == 2) {
            return;
        }
        boolean entry = state instanceof StarLoopEntryState;
        boolean none = to <= from;
        int begin = entry && before == 0 && none ? symbols.size() : from;
        int end = entry && before == 1 && none && symbols.size() > from ? symbols.size() : to;
        entered.put(state, before + 1);
        for (Transition transition : state.getTransitions()) {
            int size = symbols.size();
            if (transition instanceof RuleTransition call) {
                symbols.add(new Symbol(0, call.ruleIndex));
                walk(rule, call.followState, symbols, entered, begin, end, all);
            } else if (transition.isEpsilon()) {
                walk(rule, transition.target, symbols, entered, begin, end, all);
            } else {
                for (int word : transition.label().toList()) {
                    symbols.add(new Symbol(word, -1));
                    walk(rule, transition.target, symbols, entered, begin, end, all);
                    symbols.remove(symbols.size() - 1);
                }
            }
            while (symbols.size() > size) {
                symbols.remove(symbols.size() - 1);
            }
        }
        entered.put(state, before);
    }

    /** The shortest sentence of some symbols; null while it is not known. */
    List<Integer> words(List<Symbol> symbols) {
        List<Integer> words = new ArrayList<>();
        for (Symbol symbol : symbols) {
            List<Integer> derived = symbol.rule() < 0 ? List.of(symbol.word()) : shortest.get(symbol.rule());
            if (derived == null) {
                return null;
            }
            words.addAll(derived);
        }
        words.removeAll(Collections.singleton(Token.EOF));
        return words;
    }

    List<Integer> shortest(int rule) {
        return shortest.get(rule);
    }

    /** What stands around symbol k of an alternative. */
    Around around(Alternative alternative, int k) {
        return new Around(words(alternative.symbols().subList(0, k)), words(alternative.symbols().subList(k + 1, alternative.symbols().size())));
    }

    /** The shortest way from one rule down to another; null if there is none. */
    Around way(int from, int to) {
        Map<Integer, Around> reached = new LinkedHashMap<>(Map.of(from, Around.NOTHING));
        List<Integer> open = new ArrayList<>(List.of(from));
        for (int i = 0; i < open.size() && !reached.containsKey(to); i++) {
            for (Alternative alternative : alternatives.get(open.get(i))) {
                for (int k = 0; k < alternative.symbols().size(); k++) {
                    int rule = alternative.symbols().get(k).rule();
                    if (rule >= 0 && !reached.containsKey(rule)) {
                        reached.put(rule, reached.get(open.get(i)).with(around(alternative, k)));
                        open.add(rule);
                    }
                }
            }
        }
        return reached.get(to);
    }
}
