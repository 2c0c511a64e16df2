package io.cacheaudit.text.xml;

import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Positions;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML bytes to elements. Document types are refused, so no entity but the five of XML exists and nothing outside the
 * bytes is ever read. A malformed text is a problem, and what stands before it is kept.
 */
public final class XmlReader {
    static final int MAX_BYTES = 16 * 1024 * 1024;
    static final int MAX_DEPTH = 100;
    static final int MAX_ELEMENTS = 500_000;
    static final int MAX_ATTRIBUTE_CHARS = 65_536;
    static final int MAX_TEXT_CHARS = 65_536;

    private XmlReader() {}

    /** The root element, {@link XmlElement#closed} as far as the text goes; null where none begins. */
    public static Parsed<XmlElement> read(String source, byte[] bytes) {
        Provenance whole = Provenance.whole(source);
        if (bytes.length == 0) {
            return Parsed.failed(whole, "the document is empty, expected XML");
        }
        if (bytes.length > MAX_BYTES) {
            return Parsed.failed(whole, "longer than " + MAX_BYTES + " bytes");
        }
        List<Problem> problems = new ArrayList<>();
        String text = XmlText.decode(source, bytes, problems);
        if (text == null) {
            return new Parsed<>(null, problems);
        }
        boolean brokenOff = !problems.isEmpty();
        Positions positions = new Positions(source, text);
        TreeBuilder builder = new TreeBuilder(text, positions, problems);
        Problem malformed = drive(text, positions, builder);
        if (malformed != null && !brokenOff) {
            problems.add(malformed);
        }
        return new Parsed<>(builder.root(), problems);
    }

    /** Feeds the builder; the problem that ended the text early, or null. */
    private static @Nullable Problem drive(String text, Positions positions, TreeBuilder builder) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Java 25 has limits of its own that Java 17 has not; ours are the same on both.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        factory.setProperty("jdk.xml.elementAttributeLimit", "10000");
        int offset = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            boolean going = true;
            while (going && reader.hasNext()) {
                int event = reader.next();
                offset = reader.getLocation().getCharacterOffset();
                going = feed(reader, event, builder);
            }
            reader.close();
            return null;
        } catch (XMLStreamException e) {
            int at = e.getLocation() == null ? offset : e.getLocation().getCharacterOffset();
            Tag.Fault fault = builder.faultAfter(Math.max(0, at));
            return new Problem(positions.at(fault.offset()), fault.message());
        }
    }

    private static boolean feed(XMLStreamReader reader, int event, TreeBuilder builder) {
        return switch (event) {
            case XMLStreamConstants.START_ELEMENT -> builder.open(reader);
            case XMLStreamConstants.END_ELEMENT -> builder.close();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> builder.text(reader);
            case XMLStreamConstants.DTD -> builder.refuseDocumentType();
            default -> true;
        };
    }
}
