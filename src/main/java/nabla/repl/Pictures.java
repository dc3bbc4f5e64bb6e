package nabla.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.assembly.DrawnNode;
import nabla.diagram.Bands;
import nabla.diagram.Box;
import nabla.diagram.Drawing;
import nabla.formula.TextFormula;
import nabla.op.Meanings;
import nabla.report.TextGrid;
import nabla.source.Display;
import nabla.tensor.Tensor;
import nabla.writer.Palette;

/** The computation graph as a picture: each value above its box, each gradient below, {@code –} where there is none yet. */
record Pictures(List<DrawnNode> vertices, Preferences preferences, boolean backward, String prefix) {

    /** Beyond that many nodes nobody sees anything in a picture. */
    private static final int MOST = 80;
    private static final int CELL = 14;
    private static final int NARROW = 8;
    private static final int DIGITS = 4;
    private static final int EXPRESSION = 20;

    static Answer graph(SessionState state, String argument) {
        boolean backward = argument.isEmpty() && !state.isAsked();
        if (!argument.isEmpty() && !argument.equals("forward")) {
            return Answer.failed(":graph draws both passes, :graph forward the first", null);
        }
        Workspace workspace = state.scene();
        List<DrawnNode> vertices = workspace.draft().graph();
        if (vertices.isEmpty()) {
            return Answer.of("there is no graph yet: write a definition with variables, for example z = x*y + x");
        }
        Pictures pictures = of(vertices, workspace.preferences(), backward);
        String output = workspace.draft().output();
        List<String> lines = new ArrayList<>();
        if (!pictures.prefix.isEmpty()) {
            lines.add(pictures.prefix + " is left out of the names");
        }
        List<Drawing> drawings = vertices.size() > MOST ? List.of() : pictures.drawings(state.screen().width());
        drawings.forEach(drawing -> lines.addAll(drawing.lines(workspace.preferences().palette() == Palette.ANSI)));
        List<String> all = drawings.isEmpty() ? pictures.list(output) : lines;
        Tensor value = vertices.get(vertices.size() - 1).value();
        if (backward && value != null && !value.shape().isScalar()) {
            all.add(output + " is " + value.shape() + ": gradients are those of a scalar, for example L = sum(" + output + ")");
        }
        if (state.isAsked() && argument.isEmpty()) {
            all.add("the gradients are the exercise");
        }
        return Answer.of(all);
    }

    static Pictures of(List<DrawnNode> vertices, Preferences preferences, boolean backward) {
        return new Pictures(vertices, preferences, backward, common(vertices));
    }

    /** The name of the network that all dotted names belong to, with its dot. */
    private static String common(List<DrawnNode> vertices) {
        Set<String> prefixes = vertices.stream().map(DrawnNode::name).filter(name -> name.indexOf('.') > 0)
                .map(name -> name.substring(0, name.indexOf('.') + 1)).collect(Collectors.toSet());
        return prefixes.size() == 1 ? prefixes.iterator().next() : "";
    }

    /** With expressions, or, if only that fits into one drawing, with the symbols of operations; else in bands; empty if all is too wide. */
    List<Drawing> drawings(int width) {
        Drawing narrow = new Drawing(boxes(false));
        List<Drawing> full = Bands.of(boxes(true), width);
        return full.size() != 1 && narrow.width() <= width ? List.of(narrow) : full;
    }

    List<Box> boxes(boolean expressions) {
        List<Box> boxes = new ArrayList<>();
        for (DrawnNode vertex : vertices) {
            List<String> label = new ArrayList<>(List.of(name(vertex.name())));
            if (vertex.symbol() != null) {
                String expression = expressions && vertex.expression() != null ? expression(vertex, EXPRESSION) : "";
                label.add(expression.isEmpty() ? Display.cut(Meanings.sign(vertex.symbol()), EXPRESSION) : expression);
            }
            int cell = expressions ? CELL : NARROW;
            boxes.add(new Box(label, number(vertex.value(), cell), backward ? number(vertex.gradient(), cell) : "–", vertex.arguments()));
        }
        return boxes;
    }

    private String name(String name) {
        return Display.visible(name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }

    private String expression(DrawnNode vertex, int width) {
        String text = TextFormula.text(vertex.expression());
        return Display.cut(Display.visible(prefix.isEmpty() ? text : text.replace(prefix, "")), width);
    }

    private String number(Tensor value, int width) {
        return value == null ? "–" : TextGrid.inline(value, width, Math.min(preferences.digits(), DIGITS));
    }

    /** What is too wide for a picture, a line a node. */
    private List<String> list(String output) {
        int names = vertices.stream().mapToInt(vertex -> Display.width(name(vertex.name()))).max().orElse(0);
        List<String> values = vertices.stream().map(vertex -> number(vertex.value(), CELL)).toList();
        int width = values.stream().mapToInt(Display::width).max().orElse(0);
        List<String> lines = new ArrayList<>(List.of("too wide for a picture: name, value, d" + output + "/d·, and what it is"));
        for (int k = 0; k < vertices.size(); k++) {
            DrawnNode vertex = vertices.get(k);
            String is = vertex.expression() == null ? "" : "   = " + expression(vertex, 40);
            lines.add("  " + Display.left(name(vertex.name()), names) + "   " + Display.right(values.get(k), width) + "   "
                    + Display.right(backward ? number(vertex.gradient(), CELL) : "–", CELL) + is);
        }
        return lines;
    }
}
