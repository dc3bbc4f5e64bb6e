package nabla.picture;

import java.io.IOException;
import nabla.source.Display;

/** A Mermaid flowchart, as GitHub and GitLab draw it in Markdown. Every label is quoted, and what Mermaid would read in it is an entity. */
final class MermaidPicture {

    private static final int WIDTH = 40;
    private static final String READ = "\"#<>&`{}[]()|\\;";

    private final PictureLines sheet;

    MermaidPicture(PictureLines sheet) {
        this.sheet = sheet;
    }

    void write(Picture picture) throws IOException {
        sheet.line("flowchart LR");
        for (int k = 0; k < picture.figures().size(); k++) {
            Figure figure = picture.figures().get(k);
            String label = "\"" + label(figure, picture.by()) + "\"";
            sheet.line("  n" + k + switch (figure.part()) {
                case INPUT -> "([" + label + "])";
                case PARAMETER -> "[[" + label + "]]";
                case CONSTANT -> "[/" + label + "/]";
                case OPERATION -> "(" + label + ")";
                case OUTPUT, LOSS -> "{{" + label + "}}";
                case GROUP -> "[" + label + "]";
            });
        }
        for (Arrow arrow : picture.arrows()) {
            String text = sheet.local(arrow, "|\"", escaped(arrow.label()), "\"|");
            sheet.line("  n" + arrow.from() + " -->" + text + " n" + arrow.to());
        }
    }

    /** Value above, gradient below. */
    private static String label(Figure figure, String by) {
        String expression = figure.expression(WIDTH);
        String word = figure.part().word().isEmpty() ? "" : " (" + figure.part().word() + ")";
        boolean said = figure.mark() != VerdictMark.NONE && figure.mark() != VerdictMark.RIGHT;
        return escaped(figure.value()) + "<br/><b>" + escaped(Display.visible(figure.name())) + "</b>" + (expression.isEmpty() ? "" : " = " + escaped(expression)) + escaped(word)
                + (said ? "<br/>" + figure.mark().sign() + " " + figure.mark().word() : "") + "<br/>" + escaped(by + figure.head() + " = " + figure.gradient());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Display.visible(text).codePoints().forEach(c -> {
            if (READ.indexOf(c) >= 0) {
                escaped.append('#').append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
