package io.cacheaudit.text.xml;

import io.cacheaudit.text.xml.Tag.Fault;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Characters and references that XML 1.0 does not allow where they stand. */
final class CharacterFaults {
    private static final Set<String> PREDEFINED = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final int LONGEST_REFERENCE = 64;

    private CharacterFaults() {}

    /** The first fault of an attribute's value, or null. */
    static @Nullable Fault inValue(String text, int from, int to, String attribute) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '<') {
                return new Fault(at, "attribute " + attribute + ": < stands in its value");
            }
        }
        return inText(text, from, to);
    }

    /** The first forbidden character or undeclared entity, or null. */
    static @Nullable Fault inText(String text, int from, int to) {
        for (int at = from; at < to; at = text.offsetByCodePoints(at, 1)) {
            int c = text.codePointAt(at);
            if (!isAllowed(c)) {
                return new Fault(at, String.format(Locale.ROOT, "character U+%04X is not allowed in XML", c));
            }
            if (c == '&' && !isReference(text, at, to)) {
                return new Fault(at, "& begins no reference that XML declares");
            }
        }
        return null;
    }

    private static boolean isReference(String text, int at, int to) {
        int end = text.indexOf(';', at);
        if (end < 0 || end >= to || end - at > LONGEST_REFERENCE) {
            return false;
        }
        String name = text.substring(at + 1, end);
        return PREDEFINED.contains(name) || name.matches("#[0-9]+|#x[0-9a-fA-F]+");
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
