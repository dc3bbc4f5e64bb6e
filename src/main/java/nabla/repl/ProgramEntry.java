package nabla.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.network.Definition;
import nabla.network.Perceptron;
import nabla.repl.EntryKey.Kind;
import nabla.source.Iteration;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Printer;
import nabla.syntax.Statement;

/**
 * A statement of a workspace.
 *
 * @param key    what a later statement replaces it by
 * @param names  what it defines
 * @param text   as written
 * @param typed  where it was typed
 * @param form   what there is to say of it
 */
record ProgramEntry(EntryKey key, List<String> names, String text, Span typed, Form form) {

    /** A value says all there is to say: a number, a matrix of numbers, a declaration. */
    enum Form { VALUE, FUNCTION, OTHER }

    /** The entries of a statement: a declaration of several names is one for each. */
    static List<ProgramEntry> of(Statement statement, SourceText source) {
        String text = source.slice(statement.span());
        if (statement instanceof Statement.Declaration declaration) {
            List<ProgramEntry> entries = new ArrayList<>();
            int space = declaration.names().get(declaration.names().size() - 1).span().end();
            String rest = source.text().substring(space, declaration.span().end());
            for (Expression.Name name : declaration.names()) {
                String line = (declaration.constant() ? "const " : "") + source.slice(name.span()) + rest;
                entries.add(new ProgramEntry(EntryKey.of(name.name()), List.of(name.name()), line, statement.span(), Form.VALUE));
            }
            return entries;
        } else if (statement instanceof Statement.Equation equation && equation.left() instanceof Expression.Name name) {
            Form form = isNumber(equation.right()) ? Form.VALUE : Form.OTHER;
            return List.of(new ProgramEntry(EntryKey.of(name.name()), List.of(name.name()), text, statement.span(), form));
        } else if (statement instanceof Statement.Unpacking unpacking) {
            List<String> names = unpacking.names().stream().map(Expression.Name::name).toList();
            return List.of(new ProgramEntry(statement.read(KEY), names, text, statement.span(), Form.OTHER));
        } else if (statement instanceof Statement.Mapping mapping) {
            return List.of(new ProgramEntry(statement.read(KEY), List.of(mapping.name()), text, statement.span(), Form.FUNCTION));
        } else if (statement instanceof Statement.Network network) {
            List<String> names = Perceptron.definitions(network).stream().map(Definition::name).toList();
            return List.of(new ProgramEntry(statement.read(KEY), names, text, statement.span(), Form.OTHER));
        }
        return List.of(new ProgramEntry(statement.read(KEY), List.of(), text, statement.span(), Form.OTHER));
    }

    /** The entry of a {@code for} block. */
    static ProgramEntry of(Iteration step, List<Statement> statements, SourceText source) {
        List<String> names = statements.stream().flatMap(statement -> of(statement, source).stream()).flatMap(entry -> entry.names().stream()).toList();
        EntryKey key = new EntryKey(Kind.LOOP, names.isEmpty() ? source.slice(step.block()) : names.get(0));
        return new ProgramEntry(key, names, source.slice(step.block()), step.block(), Form.OTHER);
    }

    private static boolean isNumber(Expression value) {
        if (value instanceof Expression.Brackets brackets) {
            return brackets.rows().stream().flatMap(List::stream).allMatch(ProgramEntry::isNumber);
        }
        Expression positive = value instanceof Expression.Negation negative ? negative.operand() : value;
        return positive instanceof Expression.Number;
    }

    /** What stands in the place of a statement of the same kind about the same thing. */
    private static final Statement.Reader<EntryKey> KEY = new Statement.Reader<>() {
        @Override
        public EntryKey equation(Statement.Equation equation) {
            return new EntryKey(Kind.CLAIM, Printer.print(equation.left()) + at(equation.at()));
        }

        @Override
        public EntryKey equality(Statement.Equality equality) {
            return new EntryKey(Kind.CLAIM, Printer.print(equality.left()) + " == " + Printer.print(equality.right()) + at(equality.at()));
        }

        @Override
        public EntryKey mapping(Statement.Mapping mapping) {
            return EntryKey.of(mapping.name());
        }

        @Override
        public EntryKey declaration(Statement.Declaration declaration) {
            return EntryKey.of(joined(declaration.names()));
        }

        @Override
        public EntryKey output(Statement.Output output) {
            return new EntryKey(Kind.OUTPUT, "");
        }

        @Override
        public EntryKey seed(Statement.Seed seed) {
            return new EntryKey(Kind.SEED, "");
        }

        @Override
        public EntryKey unpacking(Statement.Unpacking unpacking) {
            return EntryKey.of(joined(unpacking.names()));
        }

        @Override
        public EntryKey operation(Statement.Operation operation) {
            return new EntryKey(Kind.OPERATION, operation.name());
        }

        @Override
        public EntryKey network(Statement.Network network) {
            return EntryKey.of(Kind.NETWORK, network.name());
        }

        @Override
        public EntryKey training(Statement.Training training) {
            return EntryKey.of(Kind.TRAINING, training.network() == null ? null : training.network().name());
        }

        @Override
        public EntryKey question(Statement.Question question) {
            return new EntryKey(Kind.QUESTION, question.label());
        }

        @Override
        public EntryKey credit(Statement.Credit credit) {
            return new EntryKey(Kind.CREDIT, credit.mistake());
        }
    };

    /** Two claims about the same thing at different values are two. */
    private static String at(List<Expression.Argument> at) {
        return at.isEmpty() ? "" : at.stream().map(one -> one.name() + " = " + Printer.print(one.value())).collect(Collectors.joining(", ", " at ", ""));
    }

    private static String joined(List<Expression.Name> names) {
        return names.stream().map(Expression.Name::name).collect(Collectors.joining(", "));
    }

    /** Whether it is a statement of some kind. */
    boolean is(Kind kind) {
        return key.kind() == kind;
    }

    /** Whether it defines a function: {@code f(x) = …}. */
    boolean isFunction() {
        return form == Form.FUNCTION;
    }

    /** Whether there is something to add to what was typed. */
    boolean isShown() {
        return form == Form.OTHER;
    }

    /** Whether a name (or a whole key, or a derivative that is claimed) means this. */
    boolean isCalled(String name) {
        return key.isCalled(name) || text.equals(name);
    }
}
