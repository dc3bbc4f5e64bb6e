package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import org.antlr.v4.runtime.Token;

/**
 * Cuts a text into sentences: at a line end or a {@code ;} outside brackets, and around the braces of a block. An error of brackets costs
 * its own sentence only: reading goes on at the next line that begins like a statement.
 */
final class Splitter {

    private static final Set<String> BLOCKS = Set.of("op", "mlp", "train", "for");

    private final Lexemes lexemes;
    private final Complaints complaints;

    private List<Token> words;
    private Deque<Token> open;
    private Diagnostic problem;
    /** The first word of a line that could begin a statement but may be an argument; −1 without one. */
    private int doubtful;
    private boolean endedInside;
    private boolean tooDeep;
    private final OpenBlocks openBlocks = new OpenBlocks();
    private boolean inside;
    private final Deque<Sentence> parts = new ArrayDeque<>();

    Splitter(SourceText source) {
        this(source, TextPart.whole(source));
    }

    /** Cuts a part of a text. */
    Splitter(SourceText source, TextPart part) {
        lexemes = new Lexemes(source, part);
        complaints = new Complaints(source);
    }

    private void begin() {
        words = new ArrayList<>();
        open = new ArrayDeque<>();
        problem = null;
        doubtful = -1;
    }

    /** Takes more of a text that is still being typed, and forgets every sentence that is over. Whether more has to come. */
    boolean add(String more) {
        if (words == null) {
            begin();
        }
        lexemes.add(more);
        for (Token word = lexemes.next(); word.getType() != Token.EOF; word = lexemes.next()) {
            if (!goesOn(word)) {
                Sentence sentence = new Sentence(words.isEmpty() ? List.of(word) : words, problem);
                inside = openBlocks.isInside(sentence);
                begin();
            }
        }
        return inside || !open.isEmpty() && !tooDeep;
    }

    /** The next sentence, or null at the end of the text. */
    Sentence next() {
        if (!parts.isEmpty()) {
            return parts.poll();
        }
        begin();
        Token word = lexemes.next();
        while (goesOn(word)) {
            word = lexemes.next();
        }
        if (!words.isEmpty()) {
            Sentence sentence = new Sentence(words, problem);
            parts.addAll(ValueClause.parts(sentence));
            return parts.isEmpty() ? sentence : parts.poll();
        }
        return word.getType() == RBRACE ? new Sentence(List.of(word), null) : null;
    }

    /** Whether the text has ended inside brackets: with more of it they may still be closed. */
    boolean endedInside() {
        return endedInside && !tooDeep;
    }

    /** Takes a word in; false if the sentence is over. */
    private boolean goesOn(Token word) {
        switch (word.getType()) {
            case Token.EOF -> {
                if (!open.isEmpty()) {
                    endedInside = true;
                    unclosed(word);
                }
                return false;
            }
            case NEWLINE, SEMICOLON -> {
                return !endsAt(word);
            }
            case LBRACE -> {
                return isStep(word) ? step() : !brace(word);
            }
            case RBRACE -> {
                return rightBrace(word);
            }
            case LPAREN, LBRACK -> opening(word);
            case RPAREN, RBRACK -> closing(word);
            case JUNK, FOREIGN, MEMBER -> {
                boolean method = word.getType() == MEMBER && !words.isEmpty() && Words.endsValue(words.get(words.size() - 1).getType());
                if (problem == null && !method && !isLoopHead()) {
                    problem = complaints.foreign(word);
                }
            }
            default -> { }
        }
        add(word);
        return true;
    }

    private void add(Token word) {
        if (problem == null || words.isEmpty()) {
            words.add(word);
        }
    }

    private void complain(Diagnostic diagnostic) {
        if (problem == null) {
            problem = diagnostic;
        }
    }

    /** Whether a line end or a semicolon ends the sentence. Inside a bracket it does where the bracket was forgotten. */
    private boolean endsAt(Token word) {
        if (open.isEmpty()) {
            return !words.isEmpty();
        }
        boolean round = open.peek().getType() == LPAREN;
        if (word.getType() == SEMICOLON && !round) {
            add(word);
            return false;
        }
        int last = words.get(words.size() - 1).getType();
        boolean argument = round && (last == COMMA || last == LPAREN) && word.getType() == NEWLINE;
        List<Token> line = lexemes.peek(16);
        boolean parameters = words.get(0).getText().equals("op");
        if (Openings.begin(line, argument, parameters)) {
            unclosed(word);
            return true;
        }
        if (argument && doubtful < 0 && problem == null && Openings.begin(line, false, parameters)) {
            doubtful = words.size();
        }
        if (word.getType() == SEMICOLON) {
            add(word);
        }
        return false;
    }

    private void unclosed(Token end) {
        complain(complaints.unclosed(open.peek()));
        if (doubtful > 0) {
            lexemes.unread(words.subList(doubtful, words.size()), end);
            words = new ArrayList<>(words.subList(0, doubtful));
        } else if (end.getType() == RBRACE) {
            lexemes.unread(List.of(), end);
        }
    }

    /** An opening brace: the end of a block's head, or a mistake. True if the sentence is over. */
    private boolean brace(Token word) {
        boolean block = open.isEmpty() && isBlock();
        if (!block) {
            complain(complaints.brace(word));
        }
        add(word);
        if (!block) {
            open.push(word);
        }
        return block;
    }

    /** Whether a brace is part of a name, {@code h{t-1}}: right behind it, and closed on the same line. */
    private boolean isStep(Token brace) {
        Token last = words.isEmpty() ? null : words.get(words.size() - 1);
        boolean behind = last != null && last.getType() == NAME && Words.adjacent(last, brace) && problem == null;
        boolean head = isLoopHead() || words.size() == 2 && BLOCKS.contains(words.get(0).getText()) && !words.get(0).getText().equals("op");
        return behind && !head && lexemes.peek(16).stream().anyMatch(word -> word.getType() == RBRACE);
    }

    /** Takes the rest of such a name in. */
    private boolean step() {
        Word name = (Word) words.get(words.size() - 1);
        StringBuilder text = new StringBuilder(name.getText()).append('{');
        Token word = lexemes.next();
        while (word.getType() != RBRACE) {
            text.append(word.getText());
            word = lexemes.next();
        }
        text.append('}');
        name.setStopIndex(word.getStopIndex());
        for (Token next = lexemes.peek(1).get(0); Words.adjacent(name, next) && (next.getType() == NAME || next.getType() == NUMBER);
                next = lexemes.peek(1).get(0)) {
            text.append(next.getText());
            name.setStopIndex(lexemes.next().getStopIndex());
        }
        name.setText(text.toString());
        return true;
    }

    private boolean isLoopHead() {
        return words.size() >= 2 && words.get(0).getText().equals("for") && words.get(1).getType() == NAME;
    }

    private boolean isBlock() {
        Sentence head = new Sentence(words, null);
        return head.type(0) == NAME && BLOCKS.contains(head.word(0).getText()) && head.type(1) != ASSIGN && head.type(1) != EQUAL;
    }

    private boolean rightBrace(Token word) {
        if (open.isEmpty()) {
            if (!words.isEmpty()) {
                lexemes.unread(List.of(), word);
            }
            return false;
        }
        if (open.peek().getType() == LBRACE) {
            open.pop();
            return true;
        }
        unclosed(word);
        return false;
    }

    private void opening(Token word) {
        open.push(word);
        if (open.size() > Limits.BRACKETS) {
            tooDeep = true;
            complain(Limits.refusal(Words.span(word), "more than " + Limits.BRACKETS + " levels of brackets",
                    "name the inner parts in equations of their own"));
            open.pop();
        }
    }

    private void closing(Token word) {
        if (open.isEmpty()) {
            complain(complaints.stray(word));
            return;
        }
        Token opening = open.pop();
        boolean fits = opening.getType() == LPAREN && word.getType() == RPAREN
                || opening.getType() == LBRACK && word.getType() == RBRACK;
        if (!fits) {
            complain(complaints.mismatch(opening, word));
        }
    }
}
