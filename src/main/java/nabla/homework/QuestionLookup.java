package nabla.homework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.model.QuestionTarget;
import nabla.source.Span;
import nabla.source.Spelling;
import nabla.syntax.Expression;
import nabla.syntax.Printer;
import nabla.syntax.Statement;
import nabla.translate.Fault;

/** Which question of a problem is meant by what stands on the left of an answer. */
record QuestionLookup(Problem problem) {

    /**
     * By its label.
     *
     * @throws Fault if no question has it, or one that asks for an operation
     */
    QuestionTarget labelled(Expression.Text label) {
        QuestionTarget asked = problem.labelled(label.text());
        if (asked == null) {
            List<String> labels = problem.questions().stream().map(QuestionTarget::label).toList();
            String near = Spelling.hint(label.text(), labels);
            throw Fault.at(label.span(), "no question is called \"" + label.text() + '"', near != null ? near : "the questions are " + String.join(", ", labels));
        } else if (asked.isOperation()) {
            throw Fault.at(label.span(), "question \"" + label.text() + "\" asks for an operation", "write op " + asked.target() + "(…) { … }");
        }
        return asked;
    }

    /** By a call, {@code f'(2)}, as it is written; or null. */
    QuestionTarget called(Expression left) {
        boolean call = left instanceof Expression.Prime || left instanceof Expression.Call;
        return !call ? null : problem.questions().stream().filter(asked -> !asked.isOperation() && asked.question().target() != null
                && Printer.print(asked.question().target()).equals(Printer.print(left))).findFirst().orElse(null);
    }

    /**
     * By what is asked for at other values, {@code dz/dx at x = 5}, as it is written but for the order.
     *
     * @throws Fault if nobody asked
     */
    QuestionTarget elsewhere(Expression left, List<Expression.Argument> at, Span span) {
        return problem.questions().stream().filter(asked -> !asked.isOperation() && Printer.print(asked.question().target()).equals(Printer.print(left))
                && values(asked.question().at()).equals(values(at))).findFirst()
                .orElseThrow(() -> Fault.at(span, "nobody asked for " + Printer.print(left) + " there", "a question is answered by its label too: \"1a\" = …"));
    }

    private static Map<String, String> values(List<Expression.Argument> at) {
        Map<String, String> values = new HashMap<>();
        at.forEach(one -> values.put(one.name(), Printer.print(one.value())));
        return values;
    }

    /** By a value, as it is written but for spaces; null if nobody asked. */
    QuestionTarget value(String text) {
        String written = text.replaceAll("\\s", "");
        return problem.questions().stream().filter(asked -> !asked.isDerivative() && !asked.isOperation()
                && asked.target().replaceAll("\\s", "").equals(written)).findFirst().orElse(null);
    }

    /**
     * {@code q = 5}: an answer where the value of q is asked for.
     *
     * @throws Fault if it is not
     */
    QuestionTarget redefined(Expression.Name name) {
        return problem.questions().stream().filter(asked -> !asked.isDerivative() && !asked.isOperation() && asked.target().equals(name.name()))
                .findFirst().orElseThrow(() -> Fault.refused(name.span(), name.name() + " is defined by the problem", "choose another name"));
    }

    /**
     * By an operation that is handed in.
     *
     * @throws Fault if nobody asked for one of that name
     */
    QuestionTarget operation(Statement.Operation operation) {
        List<QuestionTarget> wanted = problem.questions().stream().filter(QuestionTarget::isOperation).toList();
        return wanted.stream().filter(asked -> asked.target().equals(operation.name())).findFirst()
                .orElseThrow(() -> problem.operations().names().contains(operation.name())
                        ? Fault.refused(operation.nameSpan(), operation.name() + " is defined by the problem", null)
                        : Fault.at(operation.nameSpan(), "nobody asked for an operation " + operation.name(),
                                Spelling.hint(operation.name(), wanted.stream().map(QuestionTarget::target).toList())));
    }
}
