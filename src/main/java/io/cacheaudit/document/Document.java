package io.cacheaudit.document;

import io.cacheaudit.text.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One configuration text as a host sent it.
 *
 * @param content the bytes, empty unless the document is present; never changed after construction
 * @param mode permission bits such as {@code 0640}
 * @param owner {@code user:group}
 */
public record Document(
        Kind kind,
        String path,
        Presence presence,
        byte[] content,
        @Nullable String mode,
        @Nullable String owner) {
    public Document {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(content, "content");
    }

    public static Document present(Kind kind, String path, byte[] content) {
        return new Document(kind, path, Presence.PRESENT, content, null, null);
    }

    public static Document present(Kind kind, String path, String content) {
        return present(kind, path, content.getBytes(StandardCharsets.UTF_8));
    }

    public Document withContent(byte[] other) {
        return new Document(kind, path, presence, other, mode, owner);
    }

    public boolean isPresent() {
        return presence == Presence.PRESENT;
    }

    /** The content as UTF-8; bytes that are not become U+FFFD. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    public Provenance whole() {
        return Provenance.whole(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document that
                && kind == that.kind
                && path.equals(that.path)
                && presence == that.presence
                && Arrays.equals(content, that.content)
                && Objects.equals(mode, that.mode)
                && Objects.equals(owner, that.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, path, presence, Arrays.hashCode(content));
    }
}
