package nabla.syntax;

import org.antlr.v4.runtime.Token;

/** A large literal of numbers, as one word: a parse tree of a million entries would not fit. */
final class Literal extends Word {

    private static final long serialVersionUID = 1L;

    private transient Expression.Brackets value;

    Literal(Token first, Token last, int type, Expression.Brackets value) {
        super(first);
        setType(type);
        setStopIndex(last.getStopIndex());
        this.value = value;
    }

    @Override
    void take(Word other) {
        super.take(other);
        value = ((Literal) other).value;
    }

    Expression.Brackets value() {
        return value;
    }
}
