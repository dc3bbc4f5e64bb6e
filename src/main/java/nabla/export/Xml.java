package nabla.export;

import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nabla.source.Display;

/** Elements, attributes and text of an XML 1.0 document. Characters that it cannot hold, and those that play tricks, are escaped. */
final class Xml {

    private final XMLStreamWriter xml;

    /** Writes to {@code out}, which stays open. */
    Xml(Writer out) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins an element, with names and values of attributes by turns; an attribute whose value is null is left out. */
    Xml open(String element, String... attributes) {
        return call(() -> {
            xml.writeCharacters("\n");
            xml.writeStartElement(element);
            for (int k = 0; k < attributes.length; k += 2) {
                if (attributes[k + 1] != null) {
                    xml.writeAttribute(attributes[k], Display.visible(attributes[k + 1]));
                }
            }
        });
    }

    /** Lines of text. */
    Xml lines(List<String> lines) {
        return call(() -> {
            for (String line : lines) {
                xml.writeCharacters(Display.visible(line) + "\n");
            }
        });
    }

    Xml close() {
        return call(xml::writeEndElement);
    }

    /** Hands everything on. */
    void flush() {
        call(xml::flush);
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Xml call(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
