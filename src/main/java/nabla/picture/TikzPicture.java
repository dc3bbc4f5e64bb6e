package nabla.picture;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import nabla.formula.Formula;
import nabla.formula.LatexFormula;
import nabla.picture.Layout.Line;
import nabla.picture.Layout.Place;
import nabla.source.Display;

/** A document of the class standalone with a TikZ picture, names and formulas in LaTeX's mathematics. */
final class TikzPicture {

    private static final int WIDTH = 30;
    private static final Map<Integer, String> SPELLED = Map.ofEntries(Map.entry((int) '\\', "\\textbackslash{}"), Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"), Map.entry((int) '$', "\\$"), Map.entry((int) '&', "\\&"), Map.entry((int) '#', "\\#"), Map.entry((int) '%', "\\%"),
            Map.entry((int) '_', "\\_"), Map.entry((int) '^', "\\textasciicircum{}"), Map.entry((int) '~', "\\textasciitilde{}"), Map.entry((int) '<', "$<$"),
            Map.entry((int) '>', "$>$"), Map.entry((int) '×', "$\\times$"), Map.entry((int) '…', "\\dots{}"), Map.entry((int) '–', "--"),
            Map.entry((int) '-', "$-$"), Map.entry((int) '∂', "$\\partial$"));

    private final PictureLines sheet;

    TikzPicture(PictureLines sheet) {
        this.sheet = sheet;
    }

    void write(Picture picture) throws IOException {
        Layout layout = new Layout(picture, sheet.local());
        sheet.line("% " + Display.visible(picture.title()));
        sheet.line("\\documentclass[tikz,border=4pt]{standalone}");
        sheet.line("\\usepackage{amsmath,amssymb}");
        sheet.line("\\begin{document}");
        sheet.line("\\begin{tikzpicture}[x=0.8pt,y=-0.8pt,every node/.style={inner sep=1pt,font=\\footnotesize},");
        sheet.line("  frame/.style={draw=black!60,fill=black!3,align=center},input/.style={frame,rounded corners=8pt},parameter/.style={frame,double},");
        sheet.line("  const/.style={frame,dashed},operation/.style={frame,rounded corners=4pt},output/.style={operation,very thick},loss/.style={output},group/.style={operation,double},");
        sheet.line("  wrong/.style={draw=red!75!black,very thick},number/.style={font=\\scriptsize},arrow/.style={draw=black!60,->,>=stealth}]");
        for (int k = 0; k < picture.figures().size(); k++) {
            figure(picture.figures().get(k), layout.places().get(k), k);
        }
        for (Line each : layout.lines()) {
            arrow(each);
        }
        sheet.line("\\end{tikzpicture}");
        sheet.line("\\end{document}");
    }

    private void figure(Figure figure, Place place, int k) throws IOException {
        boolean wrong = figure.mark().isWrong();
        String style = figure.part() == Part.CONSTANT ? "const" : figure.part().name().toLowerCase(Locale.ROOT);
        double x = place.middle();
        double y = place.y() + place.height() / 2;
        String name = "$\\boldsymbol{" + LatexFormula.latex(Formula.name(figure.name())) + "}$";
        String label = figure.part() == Part.GROUP ? escaped(figure.name()) : name;
        if (figure.formula() != null) {
            String text = figure.expression(WIDTH);
            label += "\\\\ " + (text.endsWith("…") ? escaped(text) : "$" + LatexFormula.latex(figure.formula()) + "$");
        }
        label += figure.mark() == VerdictMark.GUILTY ? "\\\\ \\tiny $\\times$ at fault" : "";
        label += figure.part().word().isEmpty() ? "" : "\\\\ \\tiny " + figure.part().word();
        sheet.line("  \\node[" + style + (wrong ? ",wrong" : "") + ",minimum width=" + number(0.8 * place.width()) + "pt,minimum height=" + number(0.8 * place.height()) + "pt] (n" + k
                + ") at (" + number(x) + "," + number(y) + ") {" + label + "};");
        sheet.line("  \\node[number,anchor=south] at (n" + k + ".north) {" + escaped(figure.value()) + "};");
        sheet.line("  \\node[number,anchor=north] at (n" + k + ".south) {" + escaped(figure.gradient()) + mark(figure.mark()) + "};");
    }

    private static String mark(VerdictMark mark) {
        return switch (mark) {
            case NONE, GUILTY -> "";
            case RIGHT -> " $\\checkmark$";
            case OPEN -> " ? open";
            case WRONG -> " $\\times$ wrong";
        };
    }

    private void arrow(Line arrow) throws IOException {
        double[] at = arrow.points();
        StringBuilder path = new StringBuilder("  \\draw[arrow] (n" + arrow.arrow().from() + ".east |- 0," + number(at[1]) + ")");
        int last = at.length - 2;
        for (int k = 2; k <= last; k += 2) {
            String end = k == last ? "(n" + arrow.arrow().to() + ".west |- 0," + number(at[k + 1]) + ")" : "(" + number(at[k]) + "," + number(at[k + 1]) + ")";
            boolean level = at[k + 1] == at[k - 1];
            String middle = number((at[k - 2] + at[k]) / 2);
            path.append(level ? " -- " : " .. controls (" + middle + "," + number(at[k - 1]) + ") and (" + middle + "," + number(at[k + 1]) + ") .. ").append(end);
        }
        String text = sheet.local(arrow.arrow(), " node[number,midway,above,fill=white,inner sep=1pt] {", escaped(arrow.arrow().label()), "}");
        sheet.line(path + text + ";");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Display.visible(text).codePoints().forEach(c -> escaped.append(SPELLED.containsKey(c) ? SPELLED.get(c)
                : c < 128 ? Character.toString(c) : "$" + LatexFormula.latex(Formula.name(Character.toString(c))) + "$"));
        return escaped.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
