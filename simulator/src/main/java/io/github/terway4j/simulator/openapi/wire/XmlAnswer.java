package io.github.terway4j.simulator.openapi.wire;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an answer as XML: one element for each field, one more for each item of a list. */
final class XmlAnswer {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private XmlAnswer() {}

    static String write(String root, Fields fields) {
        var out = new StringWriter(1024);
        try {
            var xml = FACTORY.createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, root, fields);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("an answer could not be written as XML", impossible);
        }
        return out.toString();
    }

    private static void write(XMLStreamWriter xml, String name, Element element) throws XMLStreamException {
        switch (element) {
            case Element.Text(String value) -> writeText(xml, name, value);
            case Element.Whole(long value) -> writeText(xml, name, Long.toString(value));
            case Element.Truth(boolean value) -> writeText(xml, name, Boolean.toString(value));
            case Element.Items(String each, var items) -> {
                var bare = each.isEmpty();
                if (!bare) {
                    xml.writeStartElement(name);
                }
                for (var item : items) {
                    write(xml, bare ? name : each, item);
                }
                if (!bare) {
                    xml.writeEndElement();
                }
            }
            case Fields fields -> {
                xml.writeStartElement(name);
                for (var field : fields.elements().entrySet()) {
                    write(xml, field.getKey(), field.getValue());
                }
                xml.writeEndElement();
            }
        }
    }

    private static void writeText(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
