package nabla.page;

import static nabla.formula.TextLevel.COMPARISON;
import static nabla.formula.TextLevel.POWER;
import static nabla.formula.TextLevel.PRIMARY;
import static nabla.formula.TextLevel.PRODUCT;
import static nabla.formula.TextLevel.SIGN;
import static nabla.formula.TextLevel.SUM;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nabla.export.Markup;
import nabla.formula.Formula;
import nabla.formula.LatexFormula;

/**
 * Formulas in MathML Core, which browsers draw themselves, with their LaTeX as an annotation, so that it can be copied. High brackets are drawn
 * with borders of the style sheet: without a mathematical font brackets do not stretch.
 */
final class MathMl implements Formula.Reader<Markup> {

    private static final Map<String, String> SIGNS = Map.of("-", "−", "<=", "≤", ">=", "≥");

    private final Markup html;
    private final Predicate<String> matrices;
    private final MathMlSetting setting;
    private final MathMlWords words;

    /** Writes to {@code html}; {@code matrices} says which names are no single numbers. */
    MathMl(Markup html, Predicate<String> matrices) {
        this.html = html;
        this.matrices = matrices;
        this.setting = new MathMlSetting(matrices);
        this.words = new MathMlWords(html);
    }

    /** A formula of its own. */
    void math(Formula formula) {
        html.open("math").open("semantics").open("mrow");
        write(formula);
        html.close().leaf("annotation", LatexFormula.latex(formula, matrices), "encoding", "application/x-tex").close().close();
    }

    @Override
    public Markup number(Formula.Number formula) {
        words.number(formula.value());
        return html;
    }

    @Override
    public Markup name(Formula.Name formula) {
        words.name(formula.name());
        return html;
    }

    @Override
    public Markup derivative(Formula.Derivative formula) {
        String sign = formula.partial() ? "∂" : "d";
        html.open("mfrac").open("mrow").leaf("mo", sign);
        words.name(formula.of());
        html.close().open("mrow").leaf("mo", sign);
        words.name(formula.by());
        return html.close().close();
    }

    @Override
    public Markup argument(Formula.NamedArgument formula) {
        html.leaf("mtext", formula.name() + " = ");
        write(formula.value());
        return html;
    }

    @Override
    public Markup negation(Formula.Negation formula) {
        html.open("mrow").leaf("mo", "−", "form", "prefix");
        operand(formula.operand(), SIGN);
        return html.close();
    }

    @Override
    public Markup power(Formula.Power formula) {
        html.open("msup");
        operand(formula.base(), PRIMARY);
        row(formula.exponent());
        return html.close();
    }

    @Override
    public Markup transpose(Formula.Transpose formula) {
        html.open("msup");
        operand(formula.operand(), PRIMARY);
        return html.leaf("mi", "T", "mathvariant", "normal").close();
    }

    @Override
    public Markup index(Formula.Index formula) {
        html.open("msub");
        operand(formula.operand(), PRIMARY);
        html.open("mrow");
        list(formula.subscripts());
        return html.close().close();
    }

    @Override
    public Markup range(Formula.Range formula) {
        html.open("mrow");
        end(formula.from());
        html.leaf("mo", ":");
        end(formula.to());
        return html.close();
    }

    @Override
    public Markup tuple(Formula.Tuple formula) {
        html.open("mrow").leaf("mo", formula.square() ? "[" : "(");
        list(formula.items());
        return html.leaf("mo", formula.square() ? "]" : ")").close();
    }

    @Override
    public Markup quotation(Formula.Quotation formula) {
        return html.leaf("mtext", formula.text());
    }

    private void write(Formula formula) {
        formula.read(this);
    }

    private void end(Formula end) {
        if (end != null) {
            write(end);
        }
    }

    @Override
    public Markup infix(Formula.Infix infix) {
        if (infix.operator().equals("/")) {
            html.open("mfrac");
            row(infix.left());
            row(infix.right());
            return html.close();
        }
        int level = MathMlLevel.level(infix);
        boolean product = level == PRODUCT;
        boolean apart = infix.operator().equals("*") && (setting.isMatrix(infix.left()) && setting.isMatrix(infix.right()));
        boolean digits = infix.right() instanceof Formula.Number || MathMlSetting.startsWithNumber(infix.right());
        html.open("mrow");
        operand(infix.left(), level == COMPARISON ? SUM : level);
        if (product && !apart && !digits) {
            html.open("mspace", "width", "0.17em").close();
        } else {
            html.leaf("mo", apart ? "⊙" : product ? "·" : SIGNS.getOrDefault(infix.operator(), infix.operator()));
        }
        operand(infix.right(), product ? POWER : level + 1);
        return html.close();
    }

    @Override
    public Markup call(Formula.Call call) {
        switch (call.notation().style()) {
            case ROOT -> {
                html.open("msqrt");
                write(call.arguments().get(0));
                html.close();
            }
            case BARS -> fenced("bars", call.arguments());
            case EXPONENTIAL -> {
                html.open("msup").leaf("mi", "e");
                row(call.arguments().get(0));
                html.close();
            }
            default -> {
                html.open("mrow").leaf("mi", "\\sigma".equals(call.notation().name()) ? "σ" : call.function(), "mathvariant", "normal");
                fenced("round", call.arguments());
                html.close();
            }
        }
        return html;
    }

    /** In brackets: signs where what is inside is flat, else borders. */
    private void fenced(String type, List<Formula> inside) {
        boolean tall = inside.stream().anyMatch(MathMlSetting::isTall);
        boolean signs = !tall && type.equals("round");
        html.open("mrow", "class", signs ? null : "fenced " + type);
        if (signs) {
            html.leaf("mo", "(", "stretchy", "false");
        }
        list(inside);
        if (signs) {
            html.leaf("mo", ")", "stretchy", "false");
        }
        html.close();
    }

    private void list(List<Formula> items) {
        for (int k = 0; k < items.size(); k++) {
            if (k > 0) {
                html.leaf("mo", ",", "separator", "true");
            }
            write(items.get(k));
        }
    }

    @Override
    public Markup blocks(Formula.Blocks blocks) {
        html.open("mrow", "class", "fenced square").open("mtable");
        for (List<Formula> row : blocks.rows()) {
            html.open("mtr");
            for (Formula entry : row) {
                html.open("mtd");
                write(entry);
                html.close();
            }
            html.close();
        }
        return html.close().close();
    }

    @Override
    public Markup where(Formula.Where where) {
        html.open("mrow");
        write(where.body());
        // MathML leaves out the white space at both ends of a text, except what does not break.
        String before = "\u00a0where\u00a0";
        for (Formula.Definition definition : where.definitions()) {
            html.leaf("mtext", before);
            words.name(definition.name());
            html.leaf("mo", "=");
            write(definition.value());
            before = ",\u00a0";
        }
        return html.close();
    }

    private void row(Formula formula) {
        html.open("mrow");
        write(formula);
        html.close();
    }

    private void operand(Formula operand, int least) {
        if (MathMlLevel.level(operand) < least) {
            fenced("round", List.of(operand));
        } else {
            row(operand);
        }
    }
}
