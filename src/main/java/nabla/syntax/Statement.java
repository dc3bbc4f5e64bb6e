package nabla.syntax;

import java.util.List;
import nabla.source.Span;

/** A statement as written. What an equation means (definition or claim) depends on the other names and is settled in {@code translate}. */
public sealed interface Statement {

    Span span();

    /** A case for each kind. */
    <R> R read(Reader<R> reader);

    /** A case for each kind; a new one breaks the build of whoever reads all of them, not what that does. */
    interface Reader<R> {
        R equation(Equation statement);

        R equality(Equality statement);

        R mapping(Mapping statement);

        R declaration(Declaration statement);

        R output(Output statement);

        R seed(Seed statement);

        R unpacking(Unpacking statement);

        R operation(Operation statement);

        R network(Network statement);

        R training(Training statement);

        R question(Question statement);

        R credit(Credit statement);
    }

    /**
     * {@code left = right}: a definition when the left side is a name (unless that name is {@code dA} and {@code A} names a node), a
     * claim about a derivative when it is one.
     *
     * @param constant whether {@code const} stands before it
     * @param within   the deviation allowed, or null
     * @param at       the values of inputs at which it is meant, {@code at x = 5}; mostly empty
     */
    record Equation(Span span, boolean constant, Expression left, Expression right, Expression.Number within, List<Expression.Argument> at)
            implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.equation(this);
        }

        /** At the values that the text gives. */
        public Equation(Span span, boolean constant, Expression left, Expression right, Expression.Number within) {
            this(span, constant, left, right, within, List.of());
        }
    }

    /** {@code left == right}: a claim about a value, {@code at} values as in an {@link Equation}. */
    record Equality(Span span, Expression left, Expression right, Expression.Number within, List<Expression.Argument> at) implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.equality(this);
        }
    }

    /** {@code f(x) = x^2 + 3x}: a function, which is written out at each call. {@code nameSpan} is where its name stands. */
    record Mapping(Span span, Span nameSpan, String name, List<Parameter> parameters, Expression body) implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.mapping(this);
        }
    }

    /** {@code x, y in R(m, n) from lo to hi}: inputs without a value. */
    record Declaration(Span span, boolean constant, List<Expression.Name> names, Space space) implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.declaration(this);
        }
    }

    /** Names the output. */
    record Output(Span span, Expression.Name name) implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.output(this);
        }
    }

    record Seed(Span span, long seed) implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.seed(this);
        }
    }

    /** {@code h1, c1 = Lstm(x1, h0, c0)}: names for the outputs of an operation that has several. */
    record Unpacking(Span span, List<Expression.Name> names, Expression value) implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.unpacking(this);
        }
    }

    /**
     * An operation with a hand-written backward pass.
     *
     * @param nameSpan where its name stands
     * @param outputs  the forward lines that are its outputs; the last one where none is named
     */
    record Operation(Span span, Span nameSpan, String name, List<Parameter> parameters, List<Line> lines, List<Expression.Name> outputs)
            implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.operation(this);
        }

        /** How many outputs it has. */
        public int results() {
            return Math.max(1, outputs.size());
        }
    }

    /** A parameter of an {@link Operation} or a {@link Mapping}; without a declared shape {@code space} is null. */
    record Parameter(Span span, String name, Space space) { }

    /** {@code forward Z = …} or {@code backward dX = …}. */
    record Line(Span span, boolean forward, Expression.Name target, Expression value) { }

    /** What the names of a declaration range over: two or more sizes. {@code from}, {@code to} are null without a range. */
    record Space(Span span, Kind kind, List<Size> sizes, Expression.Number from, Expression.Number to) {

        /** The last but one. */
        public Size rows() {
            return sizes.get(sizes.size() - 2);
        }

        /** The last. */
        public Size columns() {
            return sizes.get(sizes.size() - 1);
        }
    }

    /** {@code R}, {@code simplex} or {@code onehot}. */
    enum Kind { REAL, SIMPLEX, ONEHOT }

    /** A size: a number, a name, or an expression of these. {@code R} alone is 1×1, {@code R(n)} is n×1. */
    record Size(Span span, Expression value) {

        /** The number, where one is written; otherwise −1. */
        public int number() {
            return value instanceof Expression.Number number ? (int) number.value() : -1;
        }

        /** Whether it is worked out of others. */
        public boolean isExpression() {
            return number() < 0 && name() == null;
        }

        /** The name, where it is nothing but one; otherwise null. */
        public String name() {
            return value instanceof Expression.Name name ? name.name() : null;
        }
    }

    /**
     * A multilayer perceptron.
     *
     * @param name    null for plain {@code W1 b1 z1 h1 … loss}
     * @param column  whether one example is a column ({@code convention column})
     * @param loss    with one argument, what the output is compared with
     * @param penalty the factor of ‖W‖² after {@code l2}, or null
     */
    record Network(Span span, String name, boolean column, Expression input, List<Layer> layers, Expression.Call loss,
            Expression.Number penalty) implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.network(this);
        }
    }

    /**
     * A layer of a {@link Network}.
     *
     * @param activation {@code relu}, {@code linear}, {@code leaky_relu(0.2)}
     * @param weights    null where they are drawn
     * @param bias       null for zeros
     * @param initial    how weights are drawn, its own line or the block's; null for the default
     */
    record Layer(Span span, int units, Expression.Call activation, Expression weights, Expression bias, Initialisation initial) { }

    /** {@code he}, {@code xavier}, {@code zeros}, or {@code normal} with a {@code scale}, which is null for the others. */
    record Initialisation(Span span, String method, Expression.Number scale) { }

    /**
     * Gradient descent.
     *
     * @param network null for the network without a name
     * @param batch   examples a step, for {@link Batches#SOME}; otherwise 0
     */
    record Training(Span span, Expression.Name network, Expression.Number rate, int steps, Batches batches, int batch) implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.training(this);
        }
    }

    /** All examples in one matrix, one after the other with the gradients averaged, or some at a time. */
    enum Batches { ALL, EACH, SOME }

    /**
     * A homework question.
     *
     * @param task    what is asked for
     * @param grading what an answer has to be like
     * @param text    the wording, or null
     */
    record Question(Span span, String label, Task task, Grading grading, String text) implements Statement {

        public Expression target() {
            return task.target();
        }

        public List<Expression.Argument> at() {
            return task.at();
        }

        public String operation() {
            return task.operation();
        }

        public Form form() {
            return grading.form();
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.question(this);
        }
    }

    /**
     * What is asked for.
     *
     * @param target    null where an operation is to be handed in
     * @param at        the values of inputs at which it is asked for; mostly empty
     * @param operation the operation to be handed in, or null
     */
    record Task(Expression target, List<Expression.Argument> at, String operation) { }

    /**
     * What an answer has to be like, and what it earns.
     *
     * @param points null if not given
     * @param digits how many digits a rounded answer needs; −1 if not given
     * @param within the deviation allowed, or null
     */
    record Grading(Expression.Number points, Form form, int digits, Expression.Number within) {

        /** The same for a part of the question. */
        public Grading worth(Expression.Number share) {
            return new Grading(share, form, digits, within);
        }
    }

    /** What answers a question. */
    enum Form { ANY, FORMULA, VALUE }

    /** The part of the points that a named mistake still earns. */
    record Credit(Span span, String mistake, Expression.Number share) implements Statement {

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.credit(this);
        }
    }
}
