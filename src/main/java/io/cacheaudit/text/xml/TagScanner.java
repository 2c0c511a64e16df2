package io.cacheaudit.text.xml;

import io.cacheaudit.text.xml.Tag.Fault;
import io.cacheaudit.text.xml.Tag.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tags of an XML text in order, with the offsets that StAX does not tell: where a tag begins and where each of
 * its attributes stands. It checks nothing that StAX checks; {@link Tag#fault} only names what StAX stumbles over.
 */
final class TagScanner {
    private final String text;
    private int offset;
    /** The first fault of the tag being read. */
    private @Nullable Fault fault;

    TagScanner(String text) {
        this.text = text;
    }

    /** The offset after the tag that {@link #next} gave last. */
    int offset() {
        return offset;
    }

    /** The next tag, or null at the end of the text; comments, CDATA sections and instructions are passed over. */
    @Nullable
    Tag next() {
        while (true) {
            int start = text.indexOf('<', offset);
            if (start < 0) {
                return null;
            }
            String terminator = terminator(start);
            if (terminator == null) {
                return tag(start);
            }
            int end = text.indexOf(terminator, start + 2);
            if (end < 0) {
                return unfinished(start, "");
            }
            offset = end + terminator.length();
        }
    }

    private @Nullable String terminator(int start) {
        if (text.startsWith("<!--", start)) {
            return "-->";
        }
        if (text.startsWith("<![CDATA[", start)) {
            return "]]>";
        }
        return text.startsWith("<?", start) ? "?>" : null;
    }

    private Tag unfinished(int start, String name) {
        offset = text.length();
        return new Tag(Kind.UNFINISHED, start, offset, name, Map.of(), null);
    }

    private Tag tag(int start) {
        if (text.startsWith("<!", start)) {
            offset = start + 2;
            return new Tag(Kind.DECLARATION, start, offset, "", Map.of(), null);
        }
        boolean closing = text.startsWith("</", start);
        int nameStart = start + (closing ? 2 : 1);
        int at = endOfName(nameStart);
        String name = text.substring(nameStart, at);
        Map<String, Integer> attributes = new LinkedHashMap<>();
        fault = name.isEmpty() ? new Fault(start, "a name must follow <") : null;
        while (at >= 0) {
            at = afterBlanks(at);
            if (at >= text.length() || text.charAt(at) == '<') {
                break;
            }
            if (text.charAt(at) == '>') {
                return finished(closing ? Kind.CLOSING : Kind.OPENING, start, at + 1, name, attributes);
            }
            if (text.startsWith("/>", at)) {
                return finished(Kind.EMPTY, start, at + 2, name, attributes);
            }
            at = attribute(at, attributes);
        }
        return unfinished(start, name);
    }

    /** Reads one attribute; the offset after it, or -1 where its value never ends. */
    private int attribute(int start, Map<String, Integer> attributes) {
        int nameEnd = endOfName(start);
        String name = text.substring(start, nameEnd);
        if (attributes.putIfAbsent(name, start) != null) {
            note(new Fault(start, "attribute " + name + " is repeated"));
        }
        int value = afterEquals(nameEnd);
        char quote = value < text.length() ? text.charAt(value) : ' ';
        if (value == nameEnd || quote != '"' && quote != '\'') {
            note(new Fault(start, withoutQuotes(name)));
            return Math.max(start + 1, nameEnd);
        }
        int end = text.indexOf(quote, value + 1);
        if (end >= 0 && fault == null) {
            note(CharacterFaults.inValue(text, value + 1, end, name));
        }
        return end < 0 ? -1 : end + 1;
    }

    private void note(@Nullable Fault found) {
        fault = fault == null ? found : fault;
    }

    private Tag finished(Kind kind, int start, int end, String name, Map<String, Integer> attributes) {
        offset = end;
        return new Tag(kind, start, end, name, attributes, fault);
    }

    private static String withoutQuotes(String attribute) {
        // The name is not repeated: what stands here may be a secret whose quote is missing.
        return attribute.isEmpty() ? "expected an attribute" : "expected an attribute with a quoted value";
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset of what follows {@code =}, or {@code from} where there is none. */
    private int afterEquals(int from) {
        int at = afterBlanks(from);
        return at < text.length() && text.charAt(at) == '=' ? afterBlanks(at + 1) : from;
    }

    private int endOfName(int from) {
        int at = from;
        while (at < text.length() && !isBlank(text.charAt(at)) && "=/><\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
