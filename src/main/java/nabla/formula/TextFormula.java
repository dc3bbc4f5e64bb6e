package nabla.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes a formula in the language it is read in, with the fewest brackets that read back to the same formula (one bracket more
 * where two signs, or two names that look like a derivative, would meet). Works without recursion.
 */
public final class TextFormula {

    private static final int COMPARISON = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int PRIMARY = 5;

    private final StringBuilder text = new StringBuilder();
    private final Deque<Piece> pending = new ArrayDeque<>();

    private TextFormula() { }

    /** The text of a formula as a factor of a product: in brackets where it is a sum or has a sign. */
    public static String factor(Formula formula) {
        boolean bracketed = level(formula) < PRODUCT || startsWithSign(formula);
        return bracketed ? "(" + text(formula) + ")" : text(formula);
    }

    /** The text of a formula; numbers as short as they read back. */
    public static String text(Formula formula) {
        return new TextFormula().write(formula);
    }

    private String write(Formula formula) {
        pending.push(Piece.of(formula));
        while (!pending.isEmpty()) {
            Piece piece = pending.pop();
            if (piece.formula() == null) {
                text.append(piece.text());
            } else {
                List<Piece> parts = parts(piece.formula());
                for (int k = parts.size() - 1; k >= 0; k--) {
                    pending.push(parts.get(k));
                }
            }
        }
        return text.toString();
    }

    private List<Piece> parts(Formula formula) {
        List<Piece> parts = new ArrayList<>();
        if (formula instanceof Formula.Number number) {
            parts.add(Piece.of(NumberText.of(number.value())));
        } else if (formula instanceof Formula.Name name) {
            parts.add(Piece.of(name.name()));
        } else if (formula instanceof Formula.Derivative derivative) {
            String sign = derivative.partial() ? "∂" : "d";
            parts.add(Piece.of(sign + derivative.of() + "/" + sign + derivative.by()));
        } else if (formula instanceof Formula.Call call) {
            parts.add(Piece.of(call.function() + "("));
            list(call.arguments(), parts);
            parts.add(Piece.of(")"));
        } else if (formula instanceof Formula.Named named) {
            parts.add(Piece.of(named.name() + "="));
            parts.add(Piece.of(named.value()));
        } else if (formula instanceof Formula.Infix infix) {
            infix(infix, parts);
        } else if (formula instanceof Formula.Negative negative) {
            parts.add(Piece.of("-"));
            operand(negative.operand(), level(negative.operand()) < POWER, parts);
        } else if (formula instanceof Formula.Power power) {
            operand(power.base(), level(power.base()) < PRIMARY, parts);
            parts.add(Piece.of("^"));
            operand(power.exponent(), level(power.exponent()) < POWER, parts);
        } else if (formula instanceof Formula.Transposed transposed) {
            operand(transposed.operand(), postfixNeedsBrackets(transposed.operand()), parts);
            parts.add(Piece.of(".T"));
        } else if (formula instanceof Formula.Index index) {
            operand(index.operand(), postfixNeedsBrackets(index.operand()), parts);
            parts.add(Piece.of("["));
            list(index.subscripts(), parts);
            parts.add(Piece.of("]"));
        } else if (formula instanceof Formula.Range range) {
            range(range, parts);
        } else if (formula instanceof Formula.Blocks blocks) {
            blocks(blocks, parts);
        } else if (formula instanceof Formula.Tuple tuple) {
            parts.add(Piece.of(tuple.square() ? "[" : "("));
            list(tuple.items(), parts);
            parts.add(Piece.of(tuple.square() ? "]" : ")"));
        } else if (formula instanceof Formula.Quoted quoted) {
            parts.add(Piece.of('"' + quoted.text() + '"'));
        } else if (formula instanceof Formula.Where where) {
            where(where, parts);
        }
        return parts;
    }

    private static void infix(Formula.Infix infix, List<Piece> parts) {
        int level = level(infix);
        Formula right = infix.right();
        boolean tight = infix.operator().equals("*") || infix.operator().equals("/");
        int leastLeft = level == COMPARISON ? SUM : level;
        int leastRight = level == PRODUCT ? POWER : level + 1;
        operand(infix.left(), level(infix.left()) < leastLeft, parts);
        parts.add(Piece.of(tight ? infix.operator() : " " + infix.operator() + " "));
        boolean quotient = infix.operator().equals("/");
        boolean bracketed = level(right) < leastRight || startsWithSign(right)
                || quotient && looksLikeDerivative(infix.left(), right);
        operand(right, bracketed, parts);
    }

    private static void operand(Formula operand, boolean bracketed, List<Piece> parts) {
        if (bracketed) {
            parts.add(Piece.of("("));
        }
        parts.add(Piece.of(operand));
        if (bracketed) {
            parts.add(Piece.of(")"));
        }
    }

    private static void list(List<Formula> items, List<Piece> parts) {
        for (int k = 0; k < items.size(); k++) {
            if (k > 0) {
                parts.add(Piece.of(", "));
            }
            parts.add(Piece.of(items.get(k)));
        }
    }

    private static void where(Formula.Where where, List<Piece> parts) {
        parts.add(Piece.of(where.body()));
        String before = " where ";
        for (Formula.Definition definition : where.definitions()) {
            parts.add(Piece.of(before + definition.name() + " = "));
            parts.add(Piece.of(definition.value()));
            before = ", ";
        }
    }

    private static void range(Formula.Range range, List<Piece> parts) {
        if (range.from() != null) {
            parts.add(Piece.of(range.from()));
        }
        parts.add(Piece.of(":"));
        if (range.to() != null) {
            parts.add(Piece.of(range.to()));
        }
        if (range.step() != null) {
            parts.add(Piece.of(":"));
            parts.add(Piece.of(range.step()));
        }
    }

    private static void blocks(Formula.Blocks blocks, List<Piece> parts) {
        List<List<Formula>> rows = blocks.rows();
        parts.add(Piece.of("["));
        if (rows.size() == 1 && rows.get(0).stream().allMatch(TextFormula::isRow)) {
            list(rows.get(0).stream().flatMap(row -> ((Formula.Blocks) row).rows().get(0).stream()).toList(), parts);
        } else {
            for (int k = 0; k < rows.size(); k++) {
                if (k > 0) {
                    parts.add(Piece.of("; "));
                }
                list(rows.get(k), parts);
            }
        }
        parts.add(Piece.of("]"));
    }

    /** Bracketed rows in a bracket would be read as rows below each other. */
    private static boolean isRow(Formula formula) {
        return formula instanceof Formula.Blocks blocks && blocks.rows().size() == 1;
    }

    private static boolean postfixNeedsBrackets(Formula operand) {
        return level(operand) < PRIMARY || operand instanceof Formula.Number;
    }

    private static boolean startsWithSign(Formula formula) {
        Formula first = formula;
        while (first instanceof Formula.Infix infix && level(infix.left()) >= level(infix)) {
            first = infix.left();
        }
        return level(first) == SIGN;
    }

    /** {@code dz/dx} is read as a derivative, whatever stands before it. */
    private static boolean looksLikeDerivative(Formula left, Formula right) {
        Formula last = left;
        while (last instanceof Formula.Infix infix && level(infix.right()) >= PRODUCT) {
            last = infix.right();
        }
        Formula first = right instanceof Formula.Power power ? power.base() : right;
        while (first instanceof Formula.Transposed || first instanceof Formula.Index) {
            first = first instanceof Formula.Transposed t ? t.operand() : ((Formula.Index) first).operand();
        }
        while (last instanceof Formula.Negative || last instanceof Formula.Power) {
            last = last instanceof Formula.Negative n ? n.operand() : ((Formula.Power) last).exponent();
        }
        boolean gradient = last instanceof Formula.Derivative || last instanceof Formula.Name name && name.name().startsWith("d");
        return first instanceof Formula.Derivative || gradient && first instanceof Formula.Name by && by.name().startsWith("d");
    }

    private static int level(Formula formula) {
        if (formula instanceof Formula.Infix infix) {
            return switch (infix.operator()) {
                case "+", "-" -> SUM;
                case "*", "/", "@" -> PRODUCT;
                default -> COMPARISON;
            };
        }
        if (formula instanceof Formula.Negative || formula instanceof Formula.Number number && isNegative(number.value())) {
            return SIGN;
        }
        return formula instanceof Formula.Power ? POWER : PRIMARY;
    }

    private static boolean isNegative(double value) {
        return value < 0 || value == 0 && 1 / value < 0;
    }

    /** A formula still to be written, or text. */
    private record Piece(Formula formula, String text) {

        static Piece of(Formula formula) {
            return new Piece(formula, null);
        }

        static Piece of(String text) {
            return new Piece(null, text);
        }
    }
}
