package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.source.Iteration;
import nabla.source.SourceText;
import nabla.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Writes {@code for} blocks out: the sentences of the body once for each step, in which {@code h{t-1}} is the name of that step and
 * {@code t} its number. All of them stay where they are in the text.
 */
final class Unrolling {

    private final SourceText source;
    private final Splitter splitter;
    private final Counts counts;
    private final Deque<Sentence> written = new ArrayDeque<>();
    private int statements;

    /** The sentences of a text; {@code counts} says how often. */
    Unrolling(SourceText source, Counts counts) {
        this.source = source;
        this.splitter = new Splitter(source);
        this.counts = counts;
    }

    /** The next sentence, or null at the end of the text. */
    Sentence next() {
        while (written.isEmpty()) {
            Sentence sentence = splitter.next();
            if (sentence == null || !sentence.opensLoop()) {
                return sentence == null ? null : outside(sentence);
            }
            try {
                loop(sentence);
            } catch (UnreadableSentence error) {
                written.clear();
                return new Sentence(sentence.words(), error.diagnostic());
            }
        }
        return written.poll();
    }

    /** A name with braces belongs into a block. */
    private Sentence outside(Sentence sentence) {
        for (Token word : sentence.words()) {
            if (sentence.problem() == null && LoopHead.isTemplate(word)) {
                return new Sentence(sentence.words(), LoopHead.stray(source, word));
            }
        }
        return sentence;
    }

    private void loop(Sentence head) {
        List<Sentence> body = new ArrayList<>();
        int depth = 1;
        Span end = head.span();
        while (depth > 0) {
            Sentence line = splitter.next();
            if (line == null) {
                throw new UnreadableSentence(Words.span(head.word(head.size() - 1)), "\"{\" is never closed", "write } on a line of its own after the block");
            }
            depth += line.opensBlock() ? 1 : line.closesBlock() ? -1 : 0;
            end = line.span();
            body.add(line);
            if (body.size() > Limits.LINES) {
                throw new UnreadableSentence(Limits.refusal(head.span(), "more than " + Limits.LINES + " lines in one block", "divide it"));
            }
        }
        statements = 0;
        write(head, body.subList(0, body.size() - 1), new LinkedHashMap<>(), head.span().to(end));
        if (written.isEmpty()) {
            throw new UnreadableSentence(head.span(), "the block is empty", "write equations inside { }: h{t} = …");
        }
    }

    private void write(Sentence head, List<Sentence> body, Map<String, Integer> outer, Span block) {
        if (outer.size() >= Limits.LOOPS) {
            throw new UnreadableSentence(Limits.refusal(head.span(), "more than " + Limits.LOOPS + " for blocks inside of one another", "write some of the steps out"));
        }
        LoopHead steps = LoopHead.of(source, head, outer, counts);
        for (int t = steps.from(); t <= steps.to(); t++) {
            Map<String, Integer> values = new LinkedHashMap<>(outer);
            values.put(steps.name(), t);
            for (int k = 0; k < body.size(); k++) {
                if (body.get(k).opensLoop()) {
                    int end = end(body, k);
                    write(body.get(k), body.subList(k + 1, end), values, block);
                    k = end;
                } else {
                    add(written(body.get(k), values, block), head);
                }
            }
        }
    }

    private static int end(List<Sentence> body, int head) {
        int depth = 1;
        int k = head;
        while (depth > 0) {
            k++;
            depth += body.get(k).opensBlock() ? 1 : body.get(k).closesBlock() ? -1 : 0;
        }
        return k;
    }

    private void add(Sentence sentence, Sentence head) {
        statements++;
        if (statements > Limits.STEPS) {
            throw new UnreadableSentence(Limits.refusal(head.span(), "more than " + Limits.STEPS + " statements written out for one block", "take fewer steps"));
        }
        written.add(sentence);
    }

    /** A sentence of one step. */
    private Sentence written(Sentence sentence, Map<String, Integer> values, Span block) {
        List<Token> words = new ArrayList<>();
        for (Token word : sentence.words()) {
            Integer number = word.getType() == NAME ? values.get(word.getText()) : null;
            boolean call = word.getType() == NAME && LoopHead.isTemplate(word) || word.getType() == TEXT && word.getText().indexOf('{') >= 0;
            if (number != null) {
                Token last = words.isEmpty() ? null : words.get(words.size() - 1);
                boolean brackets = number < 0 || last != null && last.getType() == NUMBER && Words.adjacent(last, word);
                number(word, number, brackets, words);
            } else {
                Word copy = new Word(word);
                if (call) {
                    copy.setText(counts.filled(word, values));
                }
                words.add(copy);
            }
        }
        String text = values.entrySet().stream().map(value -> value.getKey() + " = " + value.getValue()).collect(Collectors.joining(", "));
        String counter = values.keySet().stream().reduce((outer, inner) -> inner).orElseThrow();
        return new Sentence(words, sentence.problem(), new Iteration(counter, text, block));
    }

    private static void number(Token word, int number, boolean brackets, List<Token> words) {
        if (brackets) {
            words.add(token(word, LPAREN, "("));
        }
        if (number < 0) {
            words.add(token(word, MINUS, "-"));
        }
        words.add(token(word, NUMBER, Integer.toString(Math.abs(number))));
        if (brackets) {
            words.add(token(word, RPAREN, ")"));
        }
    }

    private static Word token(Token word, int type, String text) {
        Word token = new Word(word);
        token.setType(type);
        token.setText(text);
        return token;
    }
}
