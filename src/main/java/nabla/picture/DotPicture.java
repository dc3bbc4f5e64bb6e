package nabla.picture;

import java.io.IOException;
import nabla.source.Display;

/** For Graphviz: {@code dot -Tsvg}. Each label is a small table, value above and gradient below. */
final class DotPicture {

    private static final int WIDTH = 40;

    private final PictureLines sheet;

    DotPicture(PictureLines sheet) {
        this.sheet = sheet;
    }

    void write(Picture picture) throws IOException {
        sheet.line("digraph nabla {");
        sheet.line("  // " + Display.visible(picture.title()));
        sheet.line("  rankdir=LR; nodesep=0.3; ranksep=0.5;");
        sheet.line("  node [shape=plain, fontname=\"Helvetica\", fontsize=11]; edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.7];");
        for (int k = 0; k < picture.figures().size(); k++) {
            Figure figure = picture.figures().get(k);
            sheet.line("  n" + k + " [tooltip=\"" + quoted(String.join("\n", figure.details())) + "\", label=<" + table(figure) + ">];");
        }
        for (Arrow arrow : picture.arrows()) {
            String label = sheet.local(arrow, " [label=\"", quoted(arrow.label()) + "\", tooltip=\"" + quoted(arrow.local()), "\"]");
            sheet.line("  n" + arrow.from() + ":box:e -> n" + arrow.to() + ":box:w" + label + ";");
        }
        sheet.line("}");
    }

    private static String table(Figure figure) {
        String style = switch (figure.part()) {
            case INPUT -> " style=\"rounded\"";
            case PARAMETER -> " sides=\"tb\"";
            case CONSTANT -> " style=\"dashed\"";
            case OPERATION -> " style=\"rounded\"";
            default -> "";
        };
        boolean wrong = figure.mark().isWrong();
        int border = wrong || figure.part() == Part.OUTPUT || figure.part() == Part.LOSS ? 2 : 1;
        String expression = figure.expression(WIDTH);
        String word = figure.part().word().isEmpty() ? "" : "<br/><font point-size=\"9\">" + figure.part().word() + "</font>";
        String mark = figure.mark() == VerdictMark.GUILTY ? "<br/><font point-size=\"9\">" + figure.mark().sign() + " " + figure.mark().word() + "</font>" : "";
        return "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">"
                + "<tr><td><font color=\"#1a7f37\">" + escaped(figure.value()) + "</font></td></tr>"
                + "<tr><td port=\"box\" border=\"" + border + "\" cellpadding=\"6\"" + style + (wrong ? " color=\"#cf222e\"" : "") + "><b>" + escaped(Display.visible(figure.name()))
                + "</b>" + (expression.isEmpty() ? "" : "<br/>" + escaped(expression)) + word + mark + "</td></tr>"
                + "<tr><td><font color=\"#9a6700\">" + escaped((figure.gradient() + " " + figure.verdict()).strip()) + "</font></td></tr></table>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        for (String line : text.split("\n")) {
            quoted.append(quoted.isEmpty() ? "" : "\\n").append(Display.visible(line).replace("\\", "\\\\").replace("\"", "\\\""));
        }
        return quoted.toString();
    }
}
