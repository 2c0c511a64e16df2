package io.cacheaudit.text.xml;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Positions;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Builds elements from StAX events, walking the tags of the text in step with them for their positions. */
final class TreeBuilder {
    private final String text;
    private final Positions positions;
    private final List<Problem> problems;
    private final TagScanner tags;
    private final Deque<Open> stack = new ArrayDeque<>();
    private @Nullable XmlElement root;
    private int elements;

    TreeBuilder(String text, Positions positions, List<Problem> problems) {
        this.text = text;
        this.positions = positions;
        this.problems = problems;
        tags = new TagScanner(text);
    }

    /** An element whose end tag has not come. */
    private static final class Open {
        final Tag tag;
        final String namespace;
        final String name;
        final Map<String, Located<String>> attributes = new LinkedHashMap<>();
        final List<XmlElement> children = new ArrayList<>();
        final StringBuilder characters = new StringBuilder();
        boolean tooLong;

        Open(Tag tag, String namespace, String name) {
            this.tag = tag;
            this.namespace = namespace;
            this.name = name;
        }
    }

    /** Every method that takes an event answers whether to go on. */
    boolean open(XMLStreamReader reader) {
        Tag tag = tags.next();
        if (tag == null) {
            return false;
        }
        String uri = reader.getNamespaceURI();
        Open element = new Open(tag, uri == null ? "" : uri, reader.getLocalName());
        if (stack.size() == XmlReader.MAX_DEPTH) {
            return refuse(tag.start(), "elements nest deeper than " + XmlReader.MAX_DEPTH);
        }
        if (++elements > XmlReader.MAX_ELEMENTS) {
            return refuse(tag.start(), "more than " + XmlReader.MAX_ELEMENTS + " elements");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(element, written(reader, i), reader.getAttributeValue(i));
        }
        stack.push(element);
        return true;
    }

    private static String written(XMLStreamReader reader, int index) {
        String prefix = reader.getAttributePrefix(index);
        String local = reader.getAttributeLocalName(index);
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private void attribute(Open element, String name, String value) {
        Provenance at = positions.at(element.tag.attributes().getOrDefault(name, element.tag.start()));
        if (value.length() > XmlReader.MAX_ATTRIBUTE_CHARS) {
            problems.add(new Problem(at, "attribute longer than " + XmlReader.MAX_ATTRIBUTE_CHARS + " characters"));
            return;
        }
        element.attributes.put(name, new Located<>(value, at));
    }

    boolean close() {
        Open element = stack.pop();
        if (element.tag.kind() != Tag.Kind.EMPTY) {
            tags.next();
        }
        attach(element, true);
        return true;
    }

    private void attach(Open element, boolean closed) {
        XmlElement complete = new XmlElement(
                positions.at(element.tag.start()),
                element.namespace,
                element.name,
                element.attributes,
                element.children,
                content(element),
                closed);
        Open parent = stack.peek();
        if (parent == null) {
            root = complete;
        } else {
            parent.children.add(complete);
        }
    }

    private @Nullable Located<String> content(Open element) {
        String stripped = element.characters.toString().strip();
        if (stripped.isEmpty()) {
            return null;
        }
        int at = element.tag.end();
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return new Located<>(stripped, positions.at(at));
    }

    boolean text(XMLStreamReader reader) {
        Open element = stack.peek();
        if (element == null || element.tooLong) {
            return true;
        }
        if (element.characters.length() + reader.getTextLength() > XmlReader.MAX_TEXT_CHARS) {
            element.tooLong = true;
            element.characters.setLength(0);
            problems.add(new Problem(
                    positions.at(element.tag.start()),
                    "text longer than " + XmlReader.MAX_TEXT_CHARS + " characters is not kept"));
            return true;
        }
        element.characters.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        return true;
    }

    boolean refuseDocumentType() {
        Tag tag = tags.next();
        return refuse(tag == null ? 0 : tag.start(), "a document type is not accepted");
    }

    private boolean refuse(int offset, String message) {
        problems.add(new Problem(positions.at(offset), message));
        return false;
    }

    /** The root so far: elements still open are attached, not closed. */
    @Nullable
    XmlElement root() {
        while (!stack.isEmpty()) {
            attach(stack.pop(), false);
        }
        return root;
    }

    /** What is wrong after the last event that was read, in our words; StAX stopped at {@code stopped}. */
    Tag.Fault faultAfter(int stopped) {
        int from = tags.offset();
        Open innermost = stack.peek();
        Tag next = tags.next();
        int to = next == null ? text.length() : next.start();
        Tag.Fault inText = innermost == null ? null : CharacterFaults.inText(text, from, to);
        if (inText != null && inText.offset() <= stopped) {
            return inText;
        }
        if (next != null && next.fault() != null) {
            return next.fault();
        }
        if (next != null && next.kind() == Tag.Kind.UNFINISHED) {
            return new Tag.Fault(next.start(), beginning(next) + " is not finished");
        }
        boolean endsTooEarly = innermost != null
                && (next == null
                        || next.kind() == Tag.Kind.CLOSING && !next.name().equals(innermost.tag.name()));
        if (endsTooEarly) {
            return new Tag.Fault(innermost.tag.start(), "element " + innermost.tag.name() + " is not closed");
        }
        return innermost == null && root == null && next == null
                ? new Tag.Fault(0, "expected XML, found no element")
                : new Tag.Fault(stopped, "not well-formed XML");
    }

    private String beginning(Tag tag) {
        String declaration =
                text.startsWith("<?", tag.start()) ? "<?" : text.startsWith("<!", tag.start()) ? "<!" : "<";
        return tag.name().isEmpty() ? declaration : "<" + tag.name();
    }
}
