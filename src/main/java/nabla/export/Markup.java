package nabla.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nabla.source.Display;

/**
 * SVG, MathML and HTML, written so that it is well-formed as XML too. No text becomes markup; characters that play tricks are written as their
 * numbers.
 */
public final class Markup {

    private final Writer out;
    private final XMLStreamWriter xml;

    /** Writes to {@code out}, which stays open. */
    public Markup(Writer out) {
        this.out = out;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins an element, with names and values of attributes by turns; an attribute whose value is null is left out. */
    public Markup open(String element, String... attributes) {
        return call(() -> {
            xml.writeStartElement(element);
            attributes(attributes);
        });
    }

    /** An element without an end, as {@code meta} in HTML. */
    public Markup empty(String element, String... attributes) {
        return call(() -> {
            xml.writeEmptyElement(element);
            attributes(attributes);
        });
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int k = 0; k < attributes.length; k += 2) {
            if (attributes[k + 1] != null) {
                xml.writeAttribute(attributes[k], lines(attributes[k + 1]));
            }
        }
    }

    /** Ends the element that was begun last. */
    public Markup close() {
        return call(xml::writeEndElement);
    }

    /** Text inside an element; its ends of lines stay. */
    public Markup text(String text) {
        return call(() -> xml.writeCharacters(lines(text)));
    }

    /** An element that holds nothing but text. */
    public Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An end of a line between elements. */
    public Markup line() {
        return call(() -> xml.writeCharacters("\n"));
    }

    /** Text of the program's own, a style or a script: never anything that a user wrote. */
    public Markup raw(String own) {
        return written(to -> to.write(own));
    }

    /** What writes markup that was made before. */
    public interface ReadyMarkup {
        void write(Writer out) throws IOException;
    }

    /** Puts markup here that was made before. */
    public Markup written(ReadyMarkup made) {
        return call(() -> {
            xml.writeCharacters("");
            xml.flush();
            try {
                made.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Hands everything on. */
    public void flush() {
        call(xml::flush);
    }

    private static String lines(String text) {
        if (text.indexOf('\n') < 0) {
            return Display.visible(text);
        }
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            lines.append(lines.isEmpty() ? "" : "\n").append(Display.visible(line));
        }
        return lines.toString();
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Markup call(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
