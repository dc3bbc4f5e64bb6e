package nabla.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.network.Definition;
import nabla.network.Perceptron;
import nabla.source.Iteration;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Printer;
import nabla.syntax.Statement;

/**
 * A statement of a workspace.
 *
 * @param key    what a later statement replaces it by: its name, or what it is about
 * @param names  what it defines
 * @param text   as written
 * @param typed  where it was typed
 * @param given  whether it says all there is to say: a number, a matrix of numbers, a declaration
 */
record ProgramEntry(String key, List<String> names, String text, Span typed, boolean given) {

    /** The entries of a statement: a declaration of several names is one for each. */
    static List<ProgramEntry> of(Statement statement, SourceText source) {
        String text = source.slice(statement.span());
        if (statement instanceof Statement.Declaration declaration) {
            List<ProgramEntry> entries = new ArrayList<>();
            int space = declaration.names().get(declaration.names().size() - 1).span().end();
            String rest = source.text().substring(space, declaration.span().end());
            for (Expression.Name name : declaration.names()) {
                String line = (declaration.constant() ? "const " : "") + source.slice(name.span()) + rest;
                entries.add(new ProgramEntry(name.name(), List.of(name.name()), line, statement.span(), true));
            }
            return entries;
        } else if (statement instanceof Statement.Equation equation && equation.left() instanceof Expression.Name name) {
            return List.of(new ProgramEntry(name.name(), List.of(name.name()), text, statement.span(), isNumber(equation.right())));
        } else if (statement instanceof Statement.Unpacking unpacking) {
            List<String> names = unpacking.names().stream().map(Expression.Name::name).toList();
            return List.of(new ProgramEntry(statement.read(KEY), names, text, statement.span(), false));
        } else if (statement instanceof Statement.Mapping mapping) {
            return List.of(new ProgramEntry(statement.read(KEY), List.of(mapping.name()), text, statement.span(), true));
        } else if (statement instanceof Statement.Network network) {
            List<String> names = Perceptron.definitions(network).stream().map(Definition::name).toList();
            return List.of(new ProgramEntry(statement.read(KEY), names, text, statement.span(), false));
        }
        return List.of(new ProgramEntry(statement.read(KEY), List.of(), text, statement.span(), false));
    }

    /** The entry of a {@code for} block. */
    static ProgramEntry of(Iteration step, List<Statement> statements, SourceText source) {
        List<String> names = statements.stream().flatMap(statement -> of(statement, source).stream()).flatMap(entry -> entry.names().stream()).toList();
        String key = "for " + (names.isEmpty() ? source.slice(step.block()) : names.get(0));
        return new ProgramEntry(key, names, source.slice(step.block()), step.block(), false);
    }

    private static boolean isNumber(Expression value) {
        if (value instanceof Expression.Brackets brackets) {
            return brackets.rows().stream().flatMap(List::stream).allMatch(ProgramEntry::isNumber);
        }
        Expression positive = value instanceof Expression.Negation negative ? negative.operand() : value;
        return positive instanceof Expression.Number;
    }

    /** What stands in the place of a statement of the same kind about the same thing. */
    private static final Statement.Reader<String> KEY = new Statement.Reader<>() {
        @Override
        public String equation(Statement.Equation equation) {
            return Printer.print(equation.left()) + " =" + at(equation.at());
        }

        @Override
        public String equality(Statement.Equality equality) {
            return Printer.print(equality.left()) + " == " + Printer.print(equality.right()) + at(equality.at());
        }

        @Override
        public String mapping(Statement.Mapping mapping) {
            return mapping.name();
        }

        @Override
        public String declaration(Statement.Declaration declaration) {
            return declaration.names().stream().map(Expression.Name::name).collect(Collectors.joining(", "));
        }

        @Override
        public String output(Statement.Output output) {
            return "output";
        }

        @Override
        public String seed(Statement.Seed seed) {
            return "seed";
        }

        @Override
        public String unpacking(Statement.Unpacking unpacking) {
            return unpacking.names().stream().map(Expression.Name::name).collect(Collectors.joining(", "));
        }

        @Override
        public String operation(Statement.Operation operation) {
            return "op " + operation.name();
        }

        @Override
        public String network(Statement.Network network) {
            return "mlp " + network.name();
        }

        @Override
        public String training(Statement.Training training) {
            return "train " + (training.network() == null ? null : training.network().name());
        }

        @Override
        public String question(Statement.Question question) {
            return "question " + question.label();
        }

        @Override
        public String credit(Statement.Credit credit) {
            return "credit " + credit.mistake();
        }
    };

    /** Two claims about the same thing at different values are two. */
    private static String at(List<Expression.Argument> at) {
        return at.isEmpty() ? "" : at.stream().map(one -> one.name() + " = " + Printer.print(one.value())).collect(Collectors.joining(", ", " at ", ""));
    }

    /** Whether it defines a function: {@code f(x) = …}. */
    boolean isFunction() {
        int bracket = text.indexOf('(');
        return names.size() == 1 && bracket > 0 && key.equals(names.get(0)) && text.indexOf('=') > bracket;
    }

    /** Whether there is something to add to what was typed. */
    boolean isShown() {
        return !given;
    }

    /** Whether a name (or a whole key, or a derivative that is claimed) means this. */
    boolean isCalled(String name) {
        return Stream.of(key, key.replaceFirst("^(op|mlp|train|for) ", ""), key.replaceFirst(" =$", "").replace("∂", "d")).anyMatch(name::equals)
                || text.equals(name);
    }
}
