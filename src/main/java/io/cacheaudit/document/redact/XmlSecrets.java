package io.cacheaudit.document.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets in XML, well-formed or not: the raw text is scanned tag by tag, and only the secret stretches of attribute values
 * and text nodes change.
 */
final class XmlSecrets {
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "([A-Za-z_:][A-Za-z0-9_.:-]*+)\\s*+=\\s*+(?:\"([^\"<]*+)(?:\"|(?=<)|$)|'([^'<]*+)(?:'|(?=<)|$))");
    private static final Set<String> SECRET_ATTRIBUTES = Set.of("passwd", "password", "passphrase");
    private static final Set<String> SECRET_ELEMENTS = Set.of("cookie", "cookies", "passwd", "password", "passphrase");

    private final String text;
    private final Marks marks;
    private boolean secretText;

    private XmlSecrets(String text, Marks marks) {
        this.text = text;
        this.marks = marks;
    }

    static void mark(String text, Marks marks) {
        new XmlSecrets(text, marks).run();
    }

    private void run() {
        int i = 0;
        while (i < text.length()) {
            int next;
            if (text.startsWith("<!--", i)) {
                next = after("-->", i);
                plain(i, next);
            } else if (text.startsWith("<![CDATA[", i)) {
                next = after("]]>", i);
                cdata(i, next);
            } else if (text.charAt(i) == '<') {
                next = tag(i);
            } else {
                int open = text.indexOf('<', i);
                next = open < 0 ? text.length() : open;
                node(Decoded.xml(text, i, next));
            }
            i = next;
        }
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private void plain(int from, int to) {
        Decoded decoded = Decoded.plain(text, from, to);
        marks.add(decoded, SecretText.find(decoded.text()));
    }

    private void cdata(int from, int to) {
        int open = from + "<![CDATA[".length();
        int close = text.startsWith("]]>", to - 3) && to - 3 >= open ? to - 3 : to;
        node(Decoded.plain(text, open, close));
    }

    private void node(Decoded decoded) {
        if (secretText) {
            marks.addAll(decoded);
        } else {
            marks.add(decoded, SecretText.find(decoded.text()));
        }
    }

    /** Marks the attributes of one tag and returns where it ends; a tag that is not closed ends before the next. */
    private int tag(int start) {
        int nameEnd = start + 1;
        while (nameEnd < text.length() && " \t\r\n/><".indexOf(text.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        String name = text.substring(start + 1, nameEnd);
        String local = name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        secretText = SECRET_ELEMENTS.contains(local) || SecretNames.isSecret(local) && !local.equals("secret");
        int end = tagEnd(nameEnd);
        Matcher attribute = ATTRIBUTE.matcher(text).region(nameEnd, end);
        boolean secretName = false;
        int from = nameEnd;
        while (attribute.find()) {
            plain(from, attribute.start());
            int group = attribute.group(2) != null ? 2 : 3;
            Decoded value = Decoded.xml(text, attribute.start(group), attribute.end(group));
            String attributeName = attribute.group(1).toLowerCase(Locale.ROOT);
            if (SECRET_ATTRIBUTES.contains(attributeName) || secretName && attributeName.equals("value")) {
                marks.addAll(value);
            } else {
                marks.add(value, SecretText.find(value.text()));
            }
            secretName |= attributeName.equals("name") && SecretNames.isSecret(value.text());
            from = attribute.end();
        }
        plain(from, end);
        secretText |= secretName
                && text.charAt(Math.max(start, end - 1)) == '>'
                && text.charAt(Math.max(start, end - 2)) != '/';
        return end;
    }

    private int tagEnd(int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
            if (c == '<') {
                return i;
            }
        }
        return text.length();
    }
}
