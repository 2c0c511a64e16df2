package io.cacheaudit.document.redact;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets by their looks, whatever text they stand in: URLs with a password, {@code password=}, CephX keys. */
final class SecretText {
    private static final Pattern CEPHX = Pattern.compile("(?<![A-Za-z0-9])AQ[A-Za-z0-9+/]{30,}+");
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}://([^\\s\"'<>]++)");
    private static final Pattern NAMED = Pattern.compile(
            "(?<![A-Za-z0-9_.-])([A-Za-z0-9_.-]++)[\"']?+(?:[ \\t]*+=[ \\t]*+|[ \\t]*+:(?=[ \\t\"'])[ \\t]*+)");
    private static final Pattern OPTION = Pattern.compile("--(?:key|password|passwd|secret|token)[ \\t]++(?!-)(\\S++)");
    private static final Pattern OBJECT = Pattern.compile("(?<![A-Za-z0-9_-])secret(?:_keyring)?,[^\\s]*");
    private static final Pattern OBJECT_DATA = Pattern.compile("(?<![A-Za-z0-9_-])data=((?:,,|[^,\\s\"'])++)");
    private static final Pattern JSON_OBJECT = Pattern.compile("\"qom-type\"\\s*:\\s*\"secret\"");
    private static final Pattern JSON_DATA = Pattern.compile("\"data\"\\s*:\\s*\"((?:\\\\.|[^\"\\\\])*+)");
    private static final Pattern CRYPT = Pattern.compile("\\bcrypt \\S++ (?!0++(?: |$))([0-9A-Fa-f]{16,}+)");

    private SecretText() {}

    /** The indices of secret characters. */
    static BitSet find(String text) {
        BitSet secret = new BitSet();
        groups(CEPHX, 0, text, secret);
        groups(OPTION, 1, text, secret);
        groups(CRYPT, 1, text, secret);
        Matcher url = URL.matcher(text);
        while (url.find()) {
            password(text, url.start(1), url.end(1), secret);
        }
        named(text, secret);
        Matcher object = OBJECT.matcher(text);
        while (object.find()) {
            Matcher data = OBJECT_DATA.matcher(text).region(object.start(), object.end());
            while (data.find()) {
                secret.set(data.start(1), data.end(1));
            }
        }
        if (JSON_OBJECT.matcher(text).find()) {
            groups(JSON_DATA, 1, text, secret);
        }
        return secret;
    }

    /** A bare value that starts inside an earlier one ends where that one does. */
    private static void named(String text, BitSet secret) {
        Matcher named = NAMED.matcher(text);
        int bareEnd = 0;
        int rbdEnd = 0;
        while (named.find()) {
            boolean inRbdString = named.start() > 0 && text.charAt(named.start() - 1) == ':';
            boolean covered = !isQuoted(text, named.end()) && named.end() < (inRbdString ? rbdEnd : bareEnd);
            if (covered || !SecretNames.isSecret(named.group(1))) {
                continue;
            }
            int end = valueEnd(text, named.end(), inRbdString);
            secret.set(valueStart(text, named.end()), end);
            if (!isQuoted(text, named.end())) {
                bareEnd = inRbdString ? bareEnd : end;
                rbdEnd = inRbdString ? end : rbdEnd;
            }
        }
    }

    private static void groups(Pattern pattern, int group, String text, BitSet secret) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            secret.set(matcher.start(group), matcher.end(group));
        }
    }

    /** Everything from the first colon (QEMU's iscsi: percent sign) to the last at sign, unless it is a port and a path. */
    private static void password(String text, int from, int to, BitSet secret) {
        int at = to - 1;
        while (at >= from && text.charAt(at) != '@') {
            at--;
        }
        int separator = from;
        while (separator < to && ":%/?@".indexOf(text.charAt(separator)) < 0) {
            separator++;
        }
        if (at < separator || separator == to || ":%".indexOf(text.charAt(separator)) < 0) {
            return;
        }
        int digits = separator + 1;
        while (digits < to && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        boolean port = digits > separator + 1 && digits < to && "/?".indexOf(text.charAt(digits)) >= 0;
        if (!port) {
            secret.set(separator + 1, Math.max(separator + 1, at));
        }
    }

    private static boolean isQuoted(String text, int start) {
        return start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'');
    }

    private static int valueStart(String text, int start) {
        return isQuoted(text, start) ? start + 1 : start;
    }

    private static int valueEnd(String text, int start, boolean inRbdString) {
        boolean quoted = isQuoted(text, start);
        String stops = quoted ? text.charAt(start) + "\r\n" : inRbdString ? ",<>:" : ",<>";
        int i = valueStart(text, start);
        while (i < text.length() && stops.indexOf(text.charAt(i)) < 0) {
            if (!quoted && Character.isWhitespace(text.charAt(i))) {
                break;
            }
            i += text.charAt(i) == '\\' && i + 1 < text.length() && "\r\n".indexOf(text.charAt(i + 1)) < 0 ? 2 : 1;
        }
        return Math.min(i, text.length());
    }
}
