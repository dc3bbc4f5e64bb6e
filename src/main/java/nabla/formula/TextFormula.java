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
        return formula.read(new Parts(new ArrayList<>())).parts;
    }

    /** What a formula is written as: text, and the formulas it is made of. */
    private record Parts(List<TextPiece> parts) implements Formula.Reader<Parts> {

        private Parts text(String text) {
            parts.add(TextPiece.of(text));
            return this;
        }

        /** Nothing for null. */
        private Parts formula(Formula formula) {
            if (formula != null) {
                parts.add(TextPiece.of(formula));
            }
            return this;
        }

        private Parts operand(Formula operand, boolean bracketed) {
            return bracketed ? text("(").formula(operand).text(")") : formula(operand);
        }

        private Parts list(List<Formula> items) {
            for (int k = 0; k < items.size(); k++) {
                (k > 0 ? text(", ") : this).formula(items.get(k));
            }
            return this;
        }

        @Override
        public Parts number(Formula.Number formula) {
            return text(NumberText.of(formula.value()));
        }

        @Override
        public Parts name(Formula.Name formula) {
            return text(formula.name());
        }

        @Override
        public Parts derivative(Formula.Derivative formula) {
            String sign = formula.partial() ? "∂" : "d";
            return text(sign + formula.of() + "/" + sign + formula.by());
        }

        @Override
        public Parts call(Formula.Call formula) {
            return text(formula.function() + "(").list(formula.arguments()).text(")");
        }

        @Override
        public Parts argument(Formula.NamedArgument formula) {
            return text(formula.name() + "=").formula(formula.value());
        }

        @Override
        public Parts infix(Formula.Infix infix) {
            int level = TextLevel.of(infix);
            Formula right = infix.right();
            boolean tight = infix.operator().equals("*") || infix.operator().equals("/");
            int leastLeft = level == COMPARISON ? SUM : level;
            int leastRight = level == PRODUCT ? POWER : level + 1;
            boolean quotient = infix.operator().equals("/");
            boolean bracketed = TextLevel.of(right) < leastRight || startsWithSign(right)
                    || quotient && looksLikeDerivative(infix.left(), right);
            return operand(infix.left(), TextLevel.of(infix.left()) < leastLeft)
                    .text(tight ? infix.operator() : " " + infix.operator() + " ").operand(right, bracketed);
        }

        @Override
        public Parts negation(Formula.Negation formula) {
            return text("-").operand(formula.operand(), TextLevel.of(formula.operand()) < POWER);
        }

        @Override
        public Parts power(Formula.Power formula) {
            return operand(formula.base(), TextLevel.of(formula.base()) < PRIMARY).text("^")
                    .operand(formula.exponent(), TextLevel.of(formula.exponent()) < POWER);
        }

        @Override
        public Parts transpose(Formula.Transpose formula) {
            return operand(formula.operand(), postfixNeedsBrackets(formula.operand())).text(".T");
        }

        @Override
        public Parts index(Formula.Index formula) {
            return operand(formula.operand(), postfixNeedsBrackets(formula.operand())).text("[").list(formula.subscripts()).text("]");
        }

        @Override
        public Parts range(Formula.Range range) {
            formula(range.from()).text(":").formula(range.to());
            return range.step() == null ? this : text(":").formula(range.step());
        }

        @Override
        public Parts blocks(Formula.Blocks blocks) {
            List<List<Formula>> rows = blocks.rows();
            text("[");
            if (rows.size() == 1 && rows.get(0).stream().allMatch(TextFormula::isRow)) {
                list(rows.get(0).stream().flatMap(row -> ((Formula.Blocks) row).rows().get(0).stream()).toList());
            } else {
                for (int k = 0; k < rows.size(); k++) {
                    (k > 0 ? text("; ") : this).list(rows.get(k));
                }
            }
            return text("]");
        }

        @Override
        public Parts tuple(Formula.Tuple formula) {
            return text(formula.square() ? "[" : "(").list(formula.items()).text(formula.square() ? "]" : ")");
        }

        @Override
        public Parts quotation(Formula.Quotation formula) {
            return text('"' + formula.text() + '"');
        }

        @Override
        public Parts where(Formula.Where where) {
            formula(where.body());
            String before = " where ";
            for (Formula.Definition definition : where.definitions()) {
                text(before + definition.name() + " = ").formula(definition.value());
                before = ", ";
            }
            return this;
        }
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
