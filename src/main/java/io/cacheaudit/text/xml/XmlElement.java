package io.cacheaudit.text.xml;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One element of an XML text.
 *
 * @param at the position of its {@code <}
 * @param namespace the namespace URI, empty where there is none
 * @param name the local name
 * @param attributes by name as written (prefix included), each at the position of its name
 * @param text the character data directly inside, white space around it removed; null where there is none but blanks
 * @param closed false where the text broke off or became malformed before the end tag
 */
public record XmlElement(
        Provenance at,
        String namespace,
        String name,
        Map<String, Located<String>> attributes,
        List<XmlElement> children,
        @Nullable Located<String> text,
        boolean closed) {
    public XmlElement {
        attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    public @Nullable Located<String> attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The children of a local name, whatever their namespace. */
    public Stream<XmlElement> children(String local) {
        return children.stream().filter(child -> child.name.equals(local));
    }

    /** The children of a local name in a namespace. */
    public Stream<XmlElement> children(String uri, String local) {
        return children(local).filter(child -> child.namespace.equals(uri));
    }

    /** The first child of a local name, or null. */
    public @Nullable XmlElement child(String local) {
        return children(local).findFirst().orElse(null);
    }

    /** The text of the first child of a local name, or null. */
    public @Nullable Located<String> childText(String local) {
        XmlElement child = child(local);
        return child == null ? null : child.text;
    }
}
