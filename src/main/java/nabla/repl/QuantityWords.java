package nabla.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.report.TextGrid;
import nabla.session.Quantity;
import nabla.source.Display;
import nabla.source.Spelling;
import nabla.tensor.Tensor;

/** Quantities as sentences. */
record QuantityWords(Preferences preferences) {

    private static final int FORMULA = 100;
    private static final int CELL = 60;

    /** {@code z = x*y + x = 3}: formula and value, or what is missing for one; a large matrix stands below. */
    List<String> equation(String name, Quantity quantity) {
        String formula = formula(quantity.formula());
        Tensor value = quantity.value();
        if (value == null) {
            boolean itself = quantity.missing().equals(List.of(name));
            String equation = name + (formula == null ? "" : " = " + formula);
            return List.of(itself ? missing(quantity.missing()) : equation + "   (" + missing(quantity.missing()) + ")");
        }
        String start = name + (formula == null || formula.equals(number(value)) ? "" : " = " + formula);
        return with(start + " = ", quantity);
    }

    /** {@code z = 3}. */
    List<String> value(String name, Quantity quantity) {
        return quantity.value() == null ? equation(name, quantity) : with(name + " = ", quantity);
    }

    /** {@code x*y   (y has no value)}. */
    List<String> incomplete(String text, Quantity quantity, Set<String> names) {
        return List.of(text + "   (" + missing(quantity.missing()) + meant(quantity.missing(), names) + ")");
    }

    /** The value alone. */
    List<String> bare(Quantity quantity) {
        return with("", quantity);
    }

    private List<String> with(String start, Quantity quantity) {
        String drawn = quantity.drawn().isEmpty() ? "" : "   (" + Display.list(quantity.drawn()) + " sampled)";
        String entries = TextGrid.entries(quantity.value(), CELL, preferences.digits());
        if (entries != null) {
            return List.of(start + entries + drawn);
        }
        List<String> lines = new ArrayList<>(List.of((start + quantity.value().shape() + drawn).strip()));
        TextGrid.blocks(quantity.value(), Math.min(preferences.digits(), 6)).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private String number(Tensor value) {
        return TextGrid.inline(value, CELL, preferences.digits());
    }

    static String formula(Formula formula) {
        return formula == null ? null : Display.cut(Display.visible(TextFormula.text(formula)), FORMULA);
    }

    /** {@code x and y have no value}. */
    static String missing(List<String> names) {
        return Display.list(names) + (names.size() == 1 ? " has no value" : " have no value");
    }

    /** {@code ; did you mean x*y?} where a name without a value is two others written together; nothing otherwise. */
    static String meant(List<String> missing, Set<String> names) {
        return missing.stream().map(name -> Spelling.product(name, names::contains)).filter(Objects::nonNull).findFirst()
                .map(hint -> "; " + hint).orElse("");
    }

}
