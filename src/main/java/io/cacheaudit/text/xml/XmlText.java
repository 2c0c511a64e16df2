package io.cacheaudit.text.xml;

import io.cacheaudit.text.Positions;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bytes of an XML text decoded: UTF-8, or UTF-16 where a byte-order mark says so. */
final class XmlText {
    private static final Pattern DECLARATION =
            Pattern.compile("\\A<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"'>]{0,40})[\"']");

    private XmlText() {}

    /**
     * The text up to the first byte that does not belong to its encoding, which is a problem; null where the encoding is
     * one we do not read.
     */
    static @Nullable String decode(String source, byte[] bytes, List<Problem> problems) {
        Charset charset = byMark(bytes);
        int mark = charset == null ? 0 : charset.equals(StandardCharsets.UTF_8) ? 3 : 2;
        Charset used = charset == null ? StandardCharsets.UTF_8 : charset;
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult end = used.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        Matcher declaration = DECLARATION.matcher(text);
        if (declaration.find() && !agrees(declaration.group(1), used)) {
            Provenance at = new Positions(source, text).at(declaration.start(1));
            problems.add(new Problem(at, "expected the encoding UTF-8, or UTF-16 with a byte-order mark"));
            return null;
        }
        if (end.isError()) {
            Provenance at = new Positions(source, text).at(text.length());
            problems.add(new Problem(at, "a byte that is not " + used.name()));
        }
        return text;
    }

    private static boolean agrees(String declared, Charset used) {
        String name = declared.toUpperCase(Locale.ROOT);
        return used.equals(StandardCharsets.UTF_8)
                ? name.equals("UTF-8") || name.equals("UTF8") || name.equals("US-ASCII")
                : name.startsWith("UTF-16");
    }

    private static @Nullable Charset byMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                ? StandardCharsets.UTF_16LE
                : null;
    }
}
