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
final class MathMl implements Formula.Reader<Void> {

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
    public Void number(Formula.Number formula) {
        words.number(formula.value());
        return null;
    }

    @Override
    public Void name(Formula.Name formula) {
        words.name(formula.name());
        return null;
    }

    @Override
    public Void derivative(Formula.Derivative formula) {
        String sign = formula.partial() ? "∂" : "d";
        html.open("mfrac").open("mrow").leaf("mo", sign);
        words.name(formula.of());
        html.close().open("mrow").leaf("mo", sign);
        words.name(formula.by());
        html.close().close();
        return null;
    }

    @Override
    public Void argument(Formula.NamedArgument formula) {
        html.leaf("mtext", formula.name() + " = ");
        write(formula.value());
        return null;
    }

    @Override
    public Void negation(Formula.Negation formula) {
        html.open("mrow").leaf("mo", "−", "form", "prefix");
        operand(formula.operand(), SIGN);
        html.close();
        return null;
    }

    @Override
    public Void power(Formula.Power formula) {
        html.open("msup");
        operand(formula.base(), PRIMARY);
        row(formula.exponent());
        html.close();
        return null;
    }

    @Override
    public Void transpose(Formula.Transpose formula) {
        html.open("msup");
        operand(formula.operand(), PRIMARY);
        html.leaf("mi", "T", "mathvariant", "normal").close();
        return null;
    }

    @Override
    public Void index(Formula.Index formula) {
        html.open("msub");
        operand(formula.operand(), PRIMARY);
        html.open("mrow");
        list(formula.subscripts());
        html.close().close();
        return null;
    }

    @Override
    public Void range(Formula.Range formula) {
        html.open("mrow");
        end(formula.from());
        html.leaf("mo", ":");
        end(formula.to());
        html.close();
        return null;
    }

    @Override
    public Void tuple(Formula.Tuple formula) {
        html.open("mrow").leaf("mo", formula.square() ? "[" : "(");
        list(formula.items());
        html.leaf("mo", formula.square() ? "]" : ")").close();
        return null;
    }

    @Override
    public Void quotation(Formula.Quotation formula) {
        html.leaf("mtext", formula.text());
        return null;
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
    public Void infix(Formula.Infix infix) {
        if (infix.operator().equals("/")) {
            html.open("mfrac");
            row(infix.left());
            row(infix.right());
            html.close();
            return null;
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
        html.close();
        return null;
    }

    @Override
    public Void call(Formula.Call call) {
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
        return null;
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
    public Void blocks(Formula.Blocks blocks) {
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
        html.close().close();
        return null;
    }

    @Override
    public Void where(Formula.Where where) {
        html.open("mrow");
        write(where.body());
        String before = " where ";
        for (Formula.Definition definition : where.definitions()) {
            html.leaf("mtext", before);
            words.name(definition.name());
            html.leaf("mo", "=");
            write(definition.value());
            before = ", ";
        }
        html.close();
        return null;
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
