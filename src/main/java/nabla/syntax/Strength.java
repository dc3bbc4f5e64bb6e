package nabla.syntax;

/** How tightly an expression holds together: what is weaker than its place allows stands in brackets. */
final class Strength implements Expression.Reader<Integer> {

    static final int COMPARISON = 1;
    static final int SUM = 2;
    static final int PRODUCT = 3;
    static final int SIGN = 4;
    static final int POWER = 5;
    static final int POSTFIX = 6;
    static final int PRIMARY = 7;

    private static final Strength READER = new Strength();

    private Strength() { }

    /** That of an expression. */
    static int of(Expression expression) {
        return expression.read(READER);
    }

    @Override
    public Integer number(Expression.Number expression) {
        return expression.written().startsWith("-") ? SIGN : PRIMARY;
    }

    @Override
    public Integer name(Expression.Name expression) {
        return PRIMARY;
    }

    @Override
    public Integer text(Expression.Text expression) {
        return PRIMARY;
    }

    @Override
    public Integer call(Expression.Call expression) {
        return PRIMARY;
    }

    @Override
    public Integer prime(Expression.Prime expression) {
        return PRIMARY;
    }

    @Override
    public Integer binary(Expression.Binary expression) {
        return switch (expression.operator()) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, MATMUL, DOT -> PRODUCT;
            case POWER -> POWER;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> COMPARISON;
        };
    }

    @Override
    public Integer negation(Expression.Negation expression) {
        return SIGN;
    }

    @Override
    public Integer transpose(Expression.Transpose expression) {
        return POSTFIX;
    }

    @Override
    public Integer index(Expression.Index expression) {
        return POSTFIX;
    }

    @Override
    public Integer slice(Expression.Slice expression) {
        return PRIMARY;
    }

    @Override
    public Integer ellipsis(Expression.Ellipsis expression) {
        return PRIMARY;
    }

    @Override
    public Integer tuple(Expression.Tuple expression) {
        return PRIMARY;
    }

    @Override
    public Integer brackets(Expression.Brackets expression) {
        return PRIMARY;
    }

    @Override
    public Integer derivative(Expression.Derivative expression) {
        return PRIMARY;
    }
}
