package nabla.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.source.Span;
import nabla.syntax.Statement.Form;
import nabla.syntax.antlr.NablaParser.*;

/** Questions and credits from parse trees. */
final class HomeworkBuilder {

    private final Set<Class<?>> given = new HashSet<>();
    private Expression.Number points;
    private Form form = Form.ANY;
    private int digits = -1;
    private Expression.Number within;
    private String text;
    private String operation;

    private HomeworkBuilder() { }

    static Statement.Question question(QuestionContext context) {
        HomeworkBuilder parts = new HomeworkBuilder();
        context.part().forEach(parts::add);
        Span label = Words.span(context.label);
        if ((context.target == null) == (parts.operation == null)) {
            throw new UnreadableSentence(label, "a question asks for one thing: a derivative, a value, or an operation",
                    "write question \"1a\" dz/dx points 2");
        }
        Expression target = context.target == null ? null : new ExpressionBuilder().visit(context.target);
        List<Expression.Argument> at = new ExpressionBuilder().at(context.at());
        Span end = context.part().isEmpty() ? Words.span(context.at() == null ? context.target : context.at())
                : Words.span(context.part(context.part().size() - 1));
        return new Statement.Question(Words.span(context.start).to(end), ExpressionBuilder.text(context.label).text(),
                new Statement.Task(target, at, parts.operation), new Statement.Grading(parts.points, parts.form, parts.digits, parts.within), parts.text);
    }

    private void add(PartContext part) {
        if (!given.add(part.getClass())) {
            throw new UnreadableSentence(Words.span(part), "\"" + part.start.getText() + "\" is given twice", null);
        }
        if (part instanceof PointsContext context) {
            points = NumberReader.number(context.NUMBER().getSymbol());
        } else if (part instanceof DigitsContext context) {
            digits = NumberReader.whole(context.NUMBER().getSymbol(), "a number of digits");
        } else if (part instanceof WithinContext context) {
            within = NumberReader.number(context.NUMBER().getSymbol());
        } else if (part instanceof WordingContext context) {
            text = ExpressionBuilder.text(context.TEXT().getSymbol()).text();
        } else if (part instanceof HandedInContext context) {
            operation = context.NAME().getText();
        } else if (part instanceof AsContext context) {
            form = switch (context.NAME().getText()) {
                case "formula" -> Form.FORMULA;
                case "value" -> Form.VALUE;
                default -> throw new UnreadableSentence(Words.span(context.stop), "an answer is a formula or a value", "write as formula, or as value");
            };
        }
    }

    static Statement.Credit credit(CreditContext context) {
        StringBuilder mistake = new StringBuilder(context.NAME(0).getText());
        context.NAME().stream().skip(1).forEach(name -> mistake.append('-').append(name.getText()));
        Expression.Number share = NumberReader.number(context.NUMBER().getSymbol());
        if (share.value() > 1) {
            throw new UnreadableSentence(share.span(), "a credit is a part of the points, from 0 to 1", "write credit " + mistake + " 0.5");
        }
        return new Statement.Credit(Words.span(context.start, context.NUMBER().getSymbol()), mistake.toString(), share);
    }
}
