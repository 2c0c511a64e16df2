package io.cacheaudit.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a document set: SHA-256 over its canonical form, in which every text stands behind its length, so that no
 * two sets share a form. Versions come by name, documents in the order of the set.
 */
public final class Digest {
    private Digest() {}

    /** {@code sha256:} and 64 lower-case hex digits. */
    public static String of(DocumentSet set) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            text(out, set.host());
            out.writeInt(set.versions().size());
            for (Map.Entry<String, String> version : set.versions().entrySet()) {
                text(out, version.getKey());
                text(out, version.getValue());
            }
            out.writeInt(set.documents().size());
            for (Document document : set.documents()) {
                text(out, document.kind().word());
                text(out, document.path());
                text(out, document.presence().word());
                text(out, document.mode());
                text(out, document.owner());
                content(out, document.content());
            }
            return of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes every byte", e);
        }
    }

    /** The digest of bytes, in the same form. */
    public static String of(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            content(out, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void content(DataOutputStream out, byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }
}
