package nabla.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The forms of a picture, by the suffix of a file. */
public enum Form {

    SVG, DOT, MMD, TEX, PNG;

    /** The form of a file of this name; null if its suffix is none of them. */
    public static Form of(String file) {
        String suffix = file.substring(file.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(form -> form.name().equals(suffix)).findFirst().orElse(null);
    }

    /** All suffixes, {@code svg, dot, …}. */
    public static String suffixes() {
        return Arrays.stream(values()).map(form -> form.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    /** Writes a picture in this form; {@code local} with the local derivatives on the arrows. The stream stays open. */
    public void write(Picture picture, boolean local, OutputStream to) throws IOException {
        if (this == PNG) {
            PngPicture.write(picture, local, to);
        } else {
            Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            write(picture, local, out);
            out.flush();
        }
    }

    /**
     * The same of a form that is text.
     *
     * @throws IllegalStateException if this is none
     */
    public void write(Picture picture, boolean local, Writer out) throws IOException {
        switch (this) {
            case SVG -> SvgPicture.write(picture, local, out);
            case DOT -> new DotPicture(new PictureLines(out, local)).write(picture);
            case MMD -> new MermaidPicture(new PictureLines(out, local)).write(picture);
            case TEX -> new TikzPicture(new PictureLines(out, local)).write(picture);
            case PNG -> throw new IllegalStateException("pixels are no text");
        }
    }
}
