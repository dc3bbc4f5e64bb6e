package nabla.formula;

import static nabla.formula.TextLevel.COMPARISON;
import static nabla.formula.TextLevel.POWER;
import static nabla.formula.TextLevel.PRIMARY;
import static nabla.formula.TextLevel.PRODUCT;
import static nabla.formula.TextLevel.SIGN;
import static nabla.formula.TextLevel.SUM;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes a formula in the language it is read in, with the fewest brackets that read back to the same formula (one bracket more
 * where two signs, or two names that look like a derivative, would meet). Works without recursion.
 */
public final class TextFormula {

    private final StringBuilder text = new StringBuilder();
    private final Deque<TextPiece> pending = new ArrayDeque<>();

    private TextFormula() { }

    /** The text of a formula as a factor of a product: in brackets where it is a sum or has a sign. */
    public static String factor(Formula formula) {
        boolean bracketed = TextLevel.of(formula) < PRODUCT || startsWithSign(formula);
        return bracketed ? "(" + text(formula) + ")" : text(formula);
    }

    /** The text of a formula; numbers as short as they read back. */
    public static String text(Formula formula) {
        return new TextFormula().write(formula);
    }

    private String write(Formula formula) {
        pending.push(TextPiece.of(formula));
        while (!pending.isEmpty()) {
            TextPiece piece = pending.pop();
            if (piece.formula() == null) {
                text.append(piece.text());
            } else {
                List<TextPiece> parts = parts(piece.formula());
                for (int k = parts.size() - 1; k >= 0; k--) {
                    pending.push(parts.get(k));
                }
            }
        }
        return text.toString();
    }

    private static List<TextPiece> parts(Formula formula) {
        Parts parts = new Parts(new ArrayList<>());
        formula.read(parts);
        return parts.parts;
    }

    /** What a formula is written as: text, and the formulas it is made of. */
    private record Parts(List<TextPiece> parts) implements Formula.Reader<Void> {

        @Override
        public Void number(Formula.Number formula) {
            parts.add(TextPiece.of(NumberText.of(formula.value())));
            return null;
        }

        @Override
        public Void name(Formula.Name formula) {
            parts.add(TextPiece.of(formula.name()));
            return null;
        }

        @Override
        public Void derivative(Formula.Derivative formula) {
            String sign = formula.partial() ? "∂" : "d";
            parts.add(TextPiece.of(sign + formula.of() + "/" + sign + formula.by()));
            return null;
        }

        @Override
        public Void call(Formula.Call formula) {
            parts.add(TextPiece.of(formula.function() + "("));
            list(formula.arguments(), parts);
            parts.add(TextPiece.of(")"));
            return null;
        }

        @Override
        public Void argument(Formula.NamedArgument formula) {
            parts.add(TextPiece.of(formula.name() + "="));
            parts.add(TextPiece.of(formula.value()));
            return null;
        }

        @Override
        public Void infix(Formula.Infix formula) {
            TextFormula.infix(formula, parts);
            return null;
        }

        @Override
        public Void negation(Formula.Negation formula) {
            parts.add(TextPiece.of("-"));
            operand(formula.operand(), TextLevel.of(formula.operand()) < POWER, parts);
            return null;
        }

        @Override
        public Void power(Formula.Power formula) {
            operand(formula.base(), TextLevel.of(formula.base()) < PRIMARY, parts);
            parts.add(TextPiece.of("^"));
            operand(formula.exponent(), TextLevel.of(formula.exponent()) < POWER, parts);
            return null;
        }

        @Override
        public Void transpose(Formula.Transpose formula) {
            operand(formula.operand(), postfixNeedsBrackets(formula.operand()), parts);
            parts.add(TextPiece.of(".T"));
            return null;
        }

        @Override
        public Void index(Formula.Index formula) {
            operand(formula.operand(), postfixNeedsBrackets(formula.operand()), parts);
            parts.add(TextPiece.of("["));
            list(formula.subscripts(), parts);
            parts.add(TextPiece.of("]"));
            return null;
        }

        @Override
        public Void range(Formula.Range formula) {
            TextFormula.range(formula, parts);
            return null;
        }

        @Override
        public Void blocks(Formula.Blocks formula) {
            TextFormula.blocks(formula, parts);
            return null;
        }

        @Override
        public Void tuple(Formula.Tuple formula) {
            parts.add(TextPiece.of(formula.square() ? "[" : "("));
            list(formula.items(), parts);
            parts.add(TextPiece.of(formula.square() ? "]" : ")"));
            return null;
        }

        @Override
        public Void quotation(Formula.Quotation formula) {
            parts.add(TextPiece.of('"' + formula.text() + '"'));
            return null;
        }

        @Override
        public Void where(Formula.Where formula) {
            TextFormula.where(formula, parts);
            return null;
        }
    }

    private static void infix(Formula.Infix infix, List<TextPiece> parts) {
        int level = TextLevel.of(infix);
        Formula right = infix.right();
        boolean tight = infix.operator().equals("*") || infix.operator().equals("/");
        int leastLeft = level == COMPARISON ? SUM : level;
        int leastRight = level == PRODUCT ? POWER : level + 1;
        operand(infix.left(), TextLevel.of(infix.left()) < leastLeft, parts);
        parts.add(TextPiece.of(tight ? infix.operator() : " " + infix.operator() + " "));
        boolean quotient = infix.operator().equals("/");
        boolean bracketed = TextLevel.of(right) < leastRight || startsWithSign(right)
                || quotient && looksLikeDerivative(infix.left(), right);
        operand(right, bracketed, parts);
    }

    private static void operand(Formula operand, boolean bracketed, List<TextPiece> parts) {
        if (bracketed) {
            parts.add(TextPiece.of("("));
        }
        parts.add(TextPiece.of(operand));
        if (bracketed) {
            parts.add(TextPiece.of(")"));
        }
    }

    private static void list(List<Formula> items, List<TextPiece> parts) {
        for (int k = 0; k < items.size(); k++) {
            if (k > 0) {
                parts.add(TextPiece.of(", "));
            }
            parts.add(TextPiece.of(items.get(k)));
        }
    }

    private static void where(Formula.Where where, List<TextPiece> parts) {
        parts.add(TextPiece.of(where.body()));
        String before = " where ";
        for (Formula.Definition definition : where.definitions()) {
            parts.add(TextPiece.of(before + definition.name() + " = "));
            parts.add(TextPiece.of(definition.value()));
            before = ", ";
        }
    }

    private static void range(Formula.Range range, List<TextPiece> parts) {
        if (range.from() != null) {
            parts.add(TextPiece.of(range.from()));
        }
        parts.add(TextPiece.of(":"));
        if (range.to() != null) {
            parts.add(TextPiece.of(range.to()));
        }
        if (range.step() != null) {
            parts.add(TextPiece.of(":"));
            parts.add(TextPiece.of(range.step()));
        }
    }

    private static void blocks(Formula.Blocks blocks, List<TextPiece> parts) {
        List<List<Formula>> rows = blocks.rows();
        parts.add(TextPiece.of("["));
        if (rows.size() == 1 && rows.get(0).stream().allMatch(TextFormula::isRow)) {
            list(rows.get(0).stream().flatMap(row -> ((Formula.Blocks) row).rows().get(0).stream()).toList(), parts);
        } else {
            for (int k = 0; k < rows.size(); k++) {
                if (k > 0) {
                    parts.add(TextPiece.of("; "));
                }
                list(rows.get(k), parts);
            }
        }
        parts.add(TextPiece.of("]"));
    }

    /** Bracketed rows in a bracket would be read as rows below each other. */
    private static boolean isRow(Formula formula) {
        return formula instanceof Formula.Blocks blocks && blocks.rows().size() == 1;
    }

    private static boolean postfixNeedsBrackets(Formula operand) {
        return TextLevel.of(operand) < PRIMARY || operand instanceof Formula.Number;
    }

    private static boolean startsWithSign(Formula formula) {
        Formula first = formula;
        while (first instanceof Formula.Infix infix && TextLevel.of(infix.left()) >= TextLevel.of(infix)) {
            first = infix.left();
        }
        return TextLevel.of(first) == SIGN;
    }

    /** {@code dz/dx} is read as a derivative, whatever stands before it. */
    private static boolean looksLikeDerivative(Formula left, Formula right) {
        Formula last = left;
        while (last instanceof Formula.Infix infix && TextLevel.of(infix.right()) >= PRODUCT) {
            last = infix.right();
        }
        Formula first = right instanceof Formula.Power power ? power.base() : right;
        while (first instanceof Formula.Transpose || first instanceof Formula.Index) {
            first = first instanceof Formula.Transpose t ? t.operand() : ((Formula.Index) first).operand();
        }
        while (last instanceof Formula.Negation || last instanceof Formula.Power) {
            last = last instanceof Formula.Negation n ? n.operand() : ((Formula.Power) last).exponent();
        }
        boolean gradient = last instanceof Formula.Derivative || last instanceof Formula.Name name && name.name().startsWith("d");
        return first instanceof Formula.Derivative || gradient && first instanceof Formula.Name by && by.name().startsWith("d");
    }
}
