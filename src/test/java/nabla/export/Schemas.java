package nabla.export;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Validation against the schema of the tests. */
public final class Schemas {

    private Schemas() { }

    /** Throws where a JUnit report is none that CI servers accept. */
    public static void validate(String xml) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(Schemas.class.getResource("junit.xsd")).newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }
}
