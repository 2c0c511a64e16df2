package io.cacheaudit.adapter.report;

import io.cacheaudit.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Cases as JUnit XML, as Surefire writes and reads it. Characters that XML 1.0 forbids are written as escapes. */
final class JunitXml {
    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes one suite in UTF-8 and leaves the stream open. */
    static void write(String suite, String verdict, List<JunitCase> cases, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new JunitXml(xml).suites(suite, verdict, cases);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void suites(String suite, String verdict, List<JunitCase> cases) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        attributes(counts("cache-audit", cases));
        line();
        xml.writeStartElement("testsuite");
        attributes(counts(suite, cases));
        line();
        xml.writeStartElement("properties");
        xml.writeEmptyElement("property");
        attribute("name", "verdict");
        attribute("value", verdict);
        xml.writeEndElement();
        line();
        for (JunitCase one : cases) {
            testcase(one);
        }
        xml.writeEndElement();
        line();
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private static Map<String, String> counts(String name, List<JunitCase> cases) {
        Map<String, String> counts = new TreeMap<>();
        counts.put("name", name);
        counts.put("tests", Integer.toString(cases.size()));
        counts.put("failures", count(cases, JunitCase.Outcome.FAILURE));
        counts.put("errors", count(cases, JunitCase.Outcome.ERROR));
        counts.put("skipped", count(cases, JunitCase.Outcome.SKIPPED));
        counts.put("time", "0");
        return counts;
    }

    private static String count(List<JunitCase> cases, JunitCase.Outcome outcome) {
        return Long.toString(
                cases.stream().filter(one -> one.outcome() == outcome).count());
    }

    private void testcase(JunitCase one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", one.group());
        attribute("name", one.name());
        attribute("time", "0");
        if (one.outcome() == JunitCase.Outcome.PASSED) {
            if (!one.text().isEmpty()) {
                xml.writeStartElement("system-out");
                xml.writeCharacters(lines(one.text()));
                xml.writeEndElement();
            }
        } else {
            xml.writeStartElement(one.outcome().element());
            attribute("message", one.message());
            if (one.outcome() != JunitCase.Outcome.SKIPPED) {
                attribute("type", one.group());
            }
            xml.writeCharacters(lines(one.text()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        line();
    }

    private void attributes(Map<String, String> all) throws XMLStreamException {
        for (Map.Entry<String, String> one : all.entrySet()) {
            attribute(one.getKey(), one.getValue());
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Visible.of(value.lines().collect(Collectors.joining(" "))));
    }

    private static String lines(String text) {
        return text.lines().map(Visible::of).collect(Collectors.joining("\n"));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
