package nabla.picture;

import java.io.IOException;
import java.io.Writer;

/** Where a form that is text is written, line by line; {@code local} with the local derivatives on the arrows. */
record PictureLines(Writer out, boolean local) {

    void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    /** The local derivative of an arrow as a form writes it, between what stands before and after it; empty where none is wanted. */
    String local(Arrow arrow, String before, String label, String after) {
        return local && !arrow.local().isEmpty() ? before + label + after : "";
    }
}
