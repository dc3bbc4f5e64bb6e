package nabla.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nabla.graph.Apply;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Offsets;
import nabla.tensor.Region;
import nabla.tensor.Shape;

/**
 * The letters of an {@link Einsum}: {@code ij,jk->ik}. An operand with one letter is a row or a column, one with none a number; a result
 * with one letter is a column.
 */
record Contraction(List<String> operands, String result) {


    /** Reads {@code ij,jk->ik}; without an arrow the result has the letters that stand once, in order of the alphabet. */
    static Contraction read(String written) {
        String text = written.replaceAll("\\s+", "");
        if (!text.matches("[a-zA-Z]*(,[a-zA-Z]*)*(->[a-zA-Z]*)?")) {
            throw new ShapeMismatch("einsum(\"" + written + "\") is not letters, commas and one arrow",
                    text.contains(".") ? "write a letter for each dimension in place of ..." : "for example einsum(\"bij,bjk->bik\", A, B)");
        }
        int arrow = text.indexOf("->");
        String left = arrow < 0 ? text : text.substring(0, arrow);
        List<String> operands = List.of(left.split(",", -1));
        String result = arrow < 0 ? implied(left) : text.substring(arrow + 2);
        for (char letter : result.toCharArray()) {
            if (left.indexOf(letter) < 0) {
                throw new ShapeMismatch("einsum(\"" + written + "\"): " + letter + " stands in the result and in no operand", "the result is made of the letters of the operands");
            }
        }
        return new Contraction(operands, result);
    }

    private static String implied(String left) {
        StringBuilder result = new StringBuilder();
        left.chars().filter(Character::isLetter).filter(letter -> left.indexOf(letter) == left.lastIndexOf(letter)).sorted()
                .forEach(letter -> result.append((char) letter));
        return result.toString();
    }

    /** Sizes by letter. */
    private Map<Character, Integer> sizes(List<Shape> shapes) {
        if (shapes.size() != operands.size()) {
            throw new ShapeMismatch("einsum(\"" + this + "\") is for " + operands.size() + (operands.size() == 1 ? " operand" : " operands") + ", not "
                    + shapes.size(), "one group of letters for each, with commas between");
        }
        Map<Character, Integer> sizes = new TreeMap<>();
        for (int o = 0; o < shapes.size(); o++) {
            int[] own = dimensions(operands.get(o), shapes.get(o));
            for (int d = 0; d < own.length; d++) {
                char letter = operands.get(o).charAt(d);
                Integer other = sizes.putIfAbsent(letter, own[d]);
                if (other != null && other != own[d]) {
                    throw new ShapeMismatch("einsum(\"" + this + "\"): " + letter + " is " + other + " and " + own[d] + " in " + shapes.get(o),
                            "a letter stands for one size");
                }
            }
        }
        return sizes;
    }

    /** The sizes of an operand, one a letter. */
    private int[] dimensions(String letters, Shape shape) {
        if (letters.length() == shape.dimensions()) {
            return shape.sizes();
        } else if (letters.length() == 1 && shape.isVector()) {
            return new int[] {shape.count()};
        } else if (letters.isEmpty() && shape.isScalar()) {
            return new int[0];
        }
        throw new ShapeMismatch("einsum(\"" + this + "\"): " + (letters.isEmpty() ? "no letter" : "\"" + letters + "\"") + " for a value of "
                + shape.dimensions() + " dimensions, " + shape, letters.length() == 1 ? "a column is written [1; 2], a matrix has two letters"
                : "one letter for each dimension");
    }

    /** How the letters of the result lie in two dimensions or more. */
    private static Shape laid(int[] sizes) {
        return sizes.length == 0 ? Shape.SCALAR : sizes.length == 1 ? new Shape(sizes[0], 1) : Shape.of(sizes);
    }

    private static int[] of(String letters, Map<Character, Integer> sizes) {
        return letters.chars().map(letter -> sizes.get((char) letter)).toArray();
    }

    Shape shape(List<Shape> shapes) {
        Map<Character, Integer> sizes = sizes(shapes);
        long terms = Math.max(1, shapes.size() - 1);
        for (int size : sizes.values()) {
            terms = terms > Apply.MOST_PRODUCTS ? terms : terms * size;
        }
        if (terms > Apply.MOST_PRODUCTS) {
            throw ShapeMismatch.refused("einsum(\"" + this + "\") would take more than 4,000 million multiplications",
                    "take smaller sizes, or two einsums one after the other");
        }
        int[] own = of(result, sizes);
        if (own.length > Shape.MOST_DIMENSIONS) {
            throw ShapeMismatch.refused("the result of einsum would have " + own.length + " dimensions",
                    "at most " + Shape.MOST_DIMENSIONS + " are worked with");
        }
        long entries = 1;
        for (int size : own) {
            entries = Math.min(entries * size, Integer.MAX_VALUE);
        }
        if (entries > Apply.MOST_ENTRIES) {
            throw ShapeMismatch.refused("the result of einsum would have more than 50 million entries", "take smaller sizes");
        }
        return laid(own);
    }

    /** The letters that stand twice in an operand and nowhere else: there it is a diagonal, which ones are put on. */
    String diagonals(int operand) {
        StringBuilder found = new StringBuilder();
        String own = operands.get(operand);
        own.chars().distinct().filter(letter -> own.indexOf(letter) < own.lastIndexOf(letter) && result.indexOf(letter) < 0).forEach(letter -> {
            boolean elsewhere = IntStream.range(0, operands.size()).anyMatch(o -> o != operand && operands.get(o).indexOf(letter) >= 0);
            found.append(elsewhere ? "" : String.valueOf((char) letter));
        });
        return found.toString();
    }

    /**
     * The gradient in the place of an operand, whose letters are the result; those that nothing else has are left out, and for each of the
     * {@link #diagonals} there is an operand more.
     */
    Contraction adjoint(int operand) {
        List<String> letters = new ArrayList<>(operands);
        letters.set(operand, result);
        diagonals(operand).chars().forEach(letter -> letters.add(String.valueOf((char) letter)));
        StringBuilder kept = new StringBuilder();
        for (char letter : operands.get(operand).toCharArray()) {
            kept.append(letters.stream().anyMatch(other -> other.indexOf(letter) >= 0) ? letter : "");
        }
        return new Contraction(List.copyOf(letters), kept.toString());
    }

    /** The shape of an operand with 1 for each letter that {@link #adjoint} leaves out. */
    Shape kept(int operand, Shape own) {
        String kept = adjoint(operand).result();
        if (operands.get(operand).length() != own.dimensions()) {
            return kept.isEmpty() ? Shape.SCALAR : own;
        }
        int[] sizes = own.sizes();
        for (int d = 0; d < sizes.length; d++) {
            sizes[d] = kept.indexOf(operands.get(operand).charAt(d)) < 0 ? 1 : sizes[d];
        }
        return Shape.of(sizes);
    }

    /** What of the result changes with a part of an operand: along letters of both that range, otherwise everything. */
    Region touched(int operand, Region changed, Shape own, Shape whole) {
        String letters = operands.get(operand);
        if (letters.length() != own.dimensions() || result.length() != whole.dimensions()) {
            return Region.all(whole);
        }
        int[] from = new int[whole.dimensions()];
        int[] size = whole.sizes();
        for (int d = 0; d < from.length; d++) {
            int at = letters.indexOf(result.charAt(d));
            from[d] = at < 0 ? 0 : changed.from(at);
            size[d] = at < 0 ? size[d] : changed.size(at);
        }
        return Region.box(whole, from, size);
    }

    /** Where the factors of each product stand, for operands of these shapes. */
    Plan plan(List<Shape> shapes) {
        Map<Character, Integer> sizes = sizes(shapes);
        String kept = distinct(result);
        StringBuilder rest = new StringBuilder();
        sizes.keySet().forEach(letter -> rest.append(kept.indexOf(letter) < 0 ? letter : ""));
        int[][] outer = new int[shapes.size()][];
        int[][] inner = new int[shapes.size()][];
        for (int o = 0; o < shapes.size(); o++) {
            outer[o] = Offsets.of(of(kept, sizes), steps(kept, operands.get(o), of(operands.get(o), sizes)));
            inner[o] = Offsets.of(of(rest.toString(), sizes), steps(rest.toString(), operands.get(o), of(operands.get(o), sizes)));
        }
        int[] places = Offsets.of(of(kept, sizes), steps(kept, result, of(result, sizes)));
        return new Plan(laid(of(result, sizes)), outer, inner, kept.equals(result) ? null : places);
    }

    private static String distinct(String letters) {
        StringBuilder distinct = new StringBuilder();
        letters.chars().distinct().forEach(letter -> distinct.append((char) letter));
        return distinct.toString();
    }

    /** How far one goes in a value with some letters where a letter goes one on: a letter that stands twice goes along a diagonal. */
    private static int[] steps(String letters, String own, int[] sizes) {
        int[] steps = new int[letters.length()];
        int[] all = Offsets.steps(sizes);
        for (int k = 0; k < steps.length; k++) {
            for (int d = 0; d < own.length(); d++) {
                steps[k] += own.charAt(d) == letters.charAt(k) ? all[d] : 0;
            }
        }
        return steps;
    }

    @Override
    public String toString() {
        return String.join(",", operands) + "->" + result;
    }

    /**
     * Where factors stand.
     *
     * @param outer     for each operand, by the tuple of indices of the result
     * @param inner     for each operand, by that of the indices that are summed over: added to it
     * @param diagonals where the tuples stand in the result, if a letter stands there twice and the rest is 0; else null
     */
    record Plan(Shape result, int[][] outer, int[][] inner, int[] diagonals) {

        int summed() {
            return inner[0].length;
        }

        int place(int operand, int tuple, int summed) {
            return outer[operand][tuple] + inner[operand][summed];
        }

        /** The tuple of an entry of the result; −1 where there is none. */
        int tuple(int entry) {
            if (diagonals == null) {
                return entry;
            }
            int found = Arrays.binarySearch(diagonals, entry);
            return found < 0 ? -1 : found;
        }
    }
}
