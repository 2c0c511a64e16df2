package io.cacheaudit.document.redact;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 both ways without loss: a byte that is not UTF-8 becomes a lone low surrogate, which no valid UTF-8 text holds.
 */
final class ByteText {
    private static final int ESCAPE = 0xdc00;

    private ByteText() {}

    static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = result.length(); i > 0; i--) {
                out.put((char) (ESCAPE + (in.get() & 0xff)));
            }
            decoder.reset();
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isByte(text, i)) {
                bytes.writeBytes(text.substring(from, i).getBytes(StandardCharsets.UTF_8));
                bytes.write(text.charAt(i) - ESCAPE);
                from = i + 1;
            }
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static boolean isByte(String text, int i) {
        return Character.isLowSurrogate(text.charAt(i)) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
