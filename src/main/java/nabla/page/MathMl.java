package nabla.page;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.export.Markup;
import nabla.formula.Formula;
import nabla.formula.FormulaParts;
import nabla.formula.LatexFormula;
import nabla.formula.Letters;
import nabla.formula.Notation.Style;
import nabla.formula.NumberText;

/**
 * Formulas in MathML Core, which browsers draw themselves, with their LaTeX as an annotation, so that it can be copied. High brackets are drawn
 * with borders of the style sheet: without a mathematical font brackets do not stretch.
 */
final class MathMl {

    private static final int COMPARISON = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int PRIMARY = 5;
    private static final Pattern NAME = Pattern.compile("(.+?)(?:_([^_.]+)|_?([0-9]+))?");
    private static final Map<String, String> SIGNS = Map.of("-", "−", "<=", "≤", ">=", "≥");

    private final Markup html;
    private final Predicate<String> matrices;

    /** Writes to {@code html}; {@code matrices} says which names are no single numbers. */
    MathMl(Markup html, Predicate<String> matrices) {
        this.html = html;
        this.matrices = matrices;
    }

    /** A formula of its own. */
    void math(Formula formula) {
        html.open("math").open("semantics").open("mrow");
        write(formula);
        html.close().leaf("annotation", LatexFormula.latex(formula, matrices), "encoding", "application/x-tex").close().close();
    }

    private void write(Formula formula) {
        if (formula instanceof Formula.Number number) {
            number(number.value());
        } else if (formula instanceof Formula.Name name) {
            name(name.name());
        } else if (formula instanceof Formula.Derivative derivative) {
            html.open("mfrac").open("mrow").leaf("mo", derivative.partial() ? "∂" : "d");
            name(derivative.of());
            html.close().open("mrow").leaf("mo", derivative.partial() ? "∂" : "d");
            name(derivative.by());
            html.close().close();
        } else if (formula instanceof Formula.Call call) {
            call(call);
        } else if (formula instanceof Formula.Named named) {
            html.leaf("mtext", named.name() + " = ");
            write(named.value());
        } else if (formula instanceof Formula.Infix infix) {
            infix(infix);
        } else if (formula instanceof Formula.Negative negative) {
            html.open("mrow").leaf("mo", "−", "form", "prefix");
            operand(negative.operand(), SIGN);
            html.close();
        } else if (formula instanceof Formula.Power power) {
            html.open("msup");
            operand(power.base(), PRIMARY);
            row(power.exponent());
            html.close();
        } else if (formula instanceof Formula.Transposed transposed) {
            html.open("msup");
            operand(transposed.operand(), PRIMARY);
            html.leaf("mi", "T", "mathvariant", "normal").close();
        } else if (formula instanceof Formula.Index index) {
            html.open("msub");
            operand(index.operand(), PRIMARY);
            html.open("mrow");
            list(index.subscripts());
            html.close().close();
        } else if (formula instanceof Formula.Range range) {
            html.open("mrow");
            end(range.from());
            html.leaf("mo", ":");
            end(range.to());
            html.close();
        } else if (formula instanceof Formula.Blocks blocks) {
            blocks(blocks);
        } else if (formula instanceof Formula.Tuple tuple) {
            html.open("mrow").leaf("mo", tuple.square() ? "[" : "(");
            list(tuple.items());
            html.leaf("mo", tuple.square() ? "]" : ")").close();
        } else if (formula instanceof Formula.Quoted quoted) {
            html.leaf("mtext", quoted.text());
        } else if (formula instanceof Formula.Where where) {
            where(where);
        }
    }

    private void end(Formula end) {
        if (end != null) {
            write(end);
        }
    }

    private void number(double value) {
        String text = NumberText.of(value);
        int exponent = text.indexOf('e');
        boolean negative = text.startsWith("-");
        String mantissa = text.substring(negative ? 1 : 0, exponent < 0 ? text.length() : exponent);
        html.open("mrow");
        if (negative) {
            html.leaf("mo", "−", "form", "prefix");
        }
        html.leaf("mn", mantissa);
        if (exponent >= 0) {
            html.leaf("mo", "·").open("msup").leaf("mn", "10").leaf("mn", text.substring(exponent + 1).replace("-", "−")).close();
        }
        html.close();
    }

    /** {@code W1} is W with the subscript 1, {@code alpha} the letter; a prefix stays. */
    private void name(String name) {
        int dot = name.indexOf('.');
        Matcher parts = NAME.matcher(name.substring(dot + 1));
        if (dot > 0) {
            html.open("mrow").leaf("mtext", name.substring(0, dot + 1));
        }
        String index = parts.matches() ? parts.group(2) != null ? parts.group(2) : parts.group(3) : null;
        if (index == null) {
            word(name.substring(dot + 1));
        } else {
            html.open("msub");
            word(parts.group(1));
            word(index);
            html.close();
        }
        if (dot > 0) {
            html.close();
        }
    }

    private void word(String word) {
        String letter = Letters.letter(word);
        html.leaf(word.matches("[0-9]+") ? "mn" : "mi", letter == null ? word : letter);
    }

    private void infix(Formula.Infix infix) {
        if (infix.operator().equals("/")) {
            html.open("mfrac");
            row(infix.left());
            row(infix.right());
            html.close();
            return;
        }
        int level = level(infix);
        boolean product = level == PRODUCT;
        boolean apart = infix.operator().equals("*") && (isMatrix(infix.left()) && isMatrix(infix.right()));
        boolean digits = infix.right() instanceof Formula.Number || startsWithNumber(infix.right());
        html.open("mrow");
        operand(infix.left(), level == COMPARISON ? SUM : level);
        if (product && !apart && !digits) {
            html.open("mspace", "width", "0.17em").close();
        } else {
            html.leaf("mo", apart ? "⊙" : product ? "·" : SIGNS.getOrDefault(infix.operator(), infix.operator()));
        }
        operand(infix.right(), product ? POWER : level + 1);
        html.close();
    }

    private boolean isMatrix(Formula formula) {
        if (formula instanceof Formula.Name name) {
            return matrices.test(name.name());
        } else if (formula instanceof Formula.Infix infix) {
            return isMatrix(infix.left()) || isMatrix(infix.right());
        } else if (formula instanceof Formula.Negative negative) {
            return isMatrix(negative.operand());
        } else if (formula instanceof Formula.Power power) {
            return isMatrix(power.base());
        }
        return formula instanceof Formula.Transposed || formula instanceof Formula.Blocks
                || formula instanceof Formula.Derivative derivative && (matrices.test(derivative.by()) || matrices.test(derivative.of()));
    }

    private static boolean startsWithNumber(Formula formula) {
        return formula instanceof Formula.Infix infix && !infix.operator().equals("/") && (infix.left() instanceof Formula.Number || startsWithNumber(infix.left()))
                || formula instanceof Formula.Power power && power.base() instanceof Formula.Number;
    }

    private void call(Formula.Call call) {
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
    }

    /** In brackets: signs where what is inside is flat, else borders. */
    private void fenced(String type, List<Formula> inside) {
        boolean tall = inside.stream().anyMatch(MathMl::isTall);
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

    private static boolean isTall(Formula formula) {
        boolean tall = formula instanceof Formula.Infix infix && infix.operator().equals("/") || formula instanceof Formula.Blocks
                || formula instanceof Formula.Derivative;
        return tall || FormulaParts.of(formula).stream().anyMatch(MathMl::isTall);
    }

    private void list(List<Formula> items) {
        for (int k = 0; k < items.size(); k++) {
            if (k > 0) {
                html.leaf("mo", ",", "separator", "true");
            }
            write(items.get(k));
        }
    }

    private void blocks(Formula.Blocks blocks) {
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
    }

    private void where(Formula.Where where) {
        html.open("mrow");
        write(where.body());
        String before = " where ";
        for (Formula.Definition definition : where.definitions()) {
            html.leaf("mtext", before);
            name(definition.name());
            html.leaf("mo", "=");
            write(definition.value());
            before = ", ";
        }
        html.close();
    }

    private void row(Formula formula) {
        html.open("mrow");
        write(formula);
        html.close();
    }

    private void operand(Formula operand, int least) {
        if (level(operand) < least) {
            fenced("round", List.of(operand));
        } else {
            row(operand);
        }
    }

    private static int level(Formula formula) {
        if (formula instanceof Formula.Infix infix) {
            return switch (infix.operator()) {
                case "+", "-" -> SUM;
                case "*", "@" -> PRODUCT;
                case "/" -> POWER;
                default -> COMPARISON;
            };
        } else if (formula instanceof Formula.Negative || formula instanceof Formula.Number number && number.value() < 0) {
            return SIGN;
        } else if (formula instanceof Formula.Power || formula instanceof Formula.Transposed || formula instanceof Formula.Derivative) {
            return POWER;
        } else if (formula instanceof Formula.Call call && call.notation().style() == Style.EXPONENTIAL) {
            return POWER;
        }
        return formula instanceof Formula.Where ? COMPARISON : PRIMARY;
    }
}
