package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import nabla.limit.Stop;
import nabla.source.SourceText;
import nabla.syntax.antlr.NablaLexer;
import org.antlr.v4.runtime.Token;

/** The words of a text one after the other, with a look ahead and a way back. Line ends are words, whatever their form. */
final class Lexemes {

    private NablaLexer lexer;
    private final Deque<Token> ahead = new ArrayDeque<>();
    private final Map<String, String> spellings = new HashMap<>();
    private Token pending;
    private int line;
    private int lineStart;

    Lexemes(SourceText source) {
        this(source, TextPart.whole(source));
    }

    /** The words of a part of a text. */
    Lexemes(SourceText source, TextPart part) {
        lexer = lexer(new Characters(source.name(), source.text(), part.start(), part.end()));
        line = part.line();
        lineStart = part.start();
    }

    private static NablaLexer lexer(Characters text) {
        NablaLexer lexer = new NablaLexer(text);
        lexer.removeErrorListeners();
        lexer.setTokenFactory(Word.FACTORY);
        return lexer;
    }

    /** Goes on with more of the text; what came before has been read to its end. */
    void add(String more) {
        lexer = lexer(new Characters("", more));
        pending = pending == null || pending.getType() == Token.EOF ? null : pending;
        ahead.removeIf(word -> word.getType() == Token.EOF);
    }

    Token next() {
        return ahead.isEmpty() ? lex() : ahead.poll();
    }

    /** The next {@code count} words at most; fewer where the line ends. */
    List<Token> peek(int count) {
        Iterator<Token> known = ahead.iterator();
        List<Token> words = new ArrayList<>(count);
        while (words.size() < count) {
            Token word = known.hasNext() ? known.next() : null;
            if (word == null) {
                word = lex();
                ahead.add(word);
                known = Collections.emptyIterator();
            }
            words.add(word);
            if (word.getType() == NEWLINE || word.getType() == Token.EOF) {
                break;
            }
        }
        return words;
    }

    /** Puts words back, to be read again; line ends, which were dropped, come back too. */
    void unread(List<Token> words, Token last) {
        ahead.addFirst(last);
        int below = last.getLine();
        for (int i = words.size() - 1; i >= 0; i--) {
            Token word = words.get(i);
            if (word.getLine() < below) {
                ahead.addFirst(Words.between(word, NEWLINE));
            }
            ahead.addFirst(word);
            below = word.getLine();
        }
    }

    private Token lex() {
        Stop.ifAsked();
        Token word = pending != null ? pending : raw();
        pending = null;
        if (word.getType() == NAME) {
            pending = raw();
            while (pending.getType() == MEMBER && Words.adjacent(word, pending)) {
                ((Word) word).setStopIndex(pending.getStopIndex());
                pending = raw();
            }
            String name = Words.name(word);
            ((Word) word).setText(spellings.computeIfAbsent(name, n -> n));
        }
        return word;
    }

    private Token raw() {
        Word word = (Word) lexer.nextToken();
        word.setLine(line);
        word.setCharPositionInLine(word.getStartIndex() - lineStart);
        if (word.getType() == NEWLINE) {
            line++;
            lineStart = word.getStopIndex() + 1;
        }
        return word;
    }
}
