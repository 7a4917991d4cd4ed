package dev.trellis.tracking.file;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through an XML document that a stranger may have written. A document type is refused, so that no entity can be
 * declared, fetched or expanded; so is what is nested too deeply or has too many elements. Memory does not grow with the
 * document: it is read as a stream, and of each text only the beginning is kept, for numbers and times are short.
 */
final class XmlWalk {
    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 4_000_000;
    private static final int LONGEST_TEXT = 100;

    private final Elements elements;
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int seen;

    private XmlWalk(Elements elements) {
        this.elements = elements;
    }

    /** What is told of the elements, by their local names. */
    interface Elements {
        /** An element begins. */
        void begins(String name, Attributes attributes) throws UnreadableFile;

        /**
         * An element ends.
         *
         * @param parent the one around it; empty at the root
         * @param text what stood in it since its last child, at most so much of it as a number or a time needs
         */
        void ends(String name, String parent, String text) throws UnreadableFile;
    }

    /** The attributes of an element. */
    interface Attributes {
        /** The one of that local name, or null. */
        @Nullable
        String get(String name);
    }

    static void through(byte[] document, Elements elements) throws UnreadableFile {
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(document));
            new XmlWalk(elements).walk(reader);
        } catch (XMLStreamException e) {
            throw new UnreadableFile("The file is not well-formed XML, or was cut off on its way.");
        }
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException, UnreadableFile {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(reader);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(reader);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableFile("The file declares a document type; files of activities have none.");
                default -> {}
            }
        }
    }

    private void begin(XMLStreamReader reader) throws UnreadableFile {
        if (open.size() >= DEEPEST || ++seen > MOST_ELEMENTS) {
            throw new UnreadableFile("The file is nested too deeply or too long to be an activity.");
        }
        text.setLength(0);
        open.push(reader.getLocalName());
        elements.begins(reader.getLocalName(), name -> reader.getAttributeValue(null, name));
    }

    private void end() throws UnreadableFile {
        var name = open.pop();
        elements.ends(name, open.isEmpty() ? "" : open.peek(), text.toString().strip());
        text.setLength(0);
    }

    private void add(XMLStreamReader reader) {
        var room = LONGEST_TEXT - text.length();
        if (room > 0) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
        }
    }

    /** The JDK's own, whatever else lies on the class path; a new one each time, for it holds on to its last document. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }
}
