package io.cacheaudit.document.redact;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;

/**
 * Masks secrets in documents of every kind. Each secret code point becomes an asterisk; quotes, backslashes, comment marks,
 * variables, blanks, controls, line ends and undecodable bytes stay, so that parsers find the same grammar at the same
 * columns. Redacting twice changes nothing more.
 */
public final class Redactor {
    /** One pass nearly always suffices; text made to need more than this gains nothing by it. */
    private static final int MAX_PASSES = 16;

    private Redactor() {}

    public static Document redact(Document document) {
        if (!document.isPresent() || document.content().length == 0) {
            return document;
        }
        String text = ByteText.decode(document.content());
        String masked = text;
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            String before = masked;
            Marks marks = new Marks();
            mark(document.kind(), before, marks);
            masked = marks.apply(before);
            if (masked.equals(before)) {
                break;
            }
        }
        return masked.equals(text) ? document : document.withContent(ByteText.encode(masked));
    }

    private static void mark(Kind kind, String text, Marks marks) {
        switch (kind) {
            case NOVA_CONF -> ConfSecrets.markNova(text, marks);
            case CEPH_CONF -> ConfSecrets.markCeph(text, marks);
            case LIBVIRT_DOMAIN -> XmlSecrets.mark(text, marks);
            case GLUSTER_VOLUME -> gluster(text, marks);
            case CEPH_OVERRIDES -> JsonSecrets.markCephOptions(text, marks);
            case BRICK, BLOCK_DEVICES, HOST_FACTS -> JsonSecrets.mark(text, marks);
            case QEMU_QUERY_BLOCK -> queryBlock(text, marks);
            case MOUNTS, BLOCK_QUEUE, MDSTAT, DM_TABLE, QEMU_PROCESS -> ConfSecrets.markLooks(text, marks);
        }
    }

    private static void gluster(String text, Marks marks) {
        if (text.stripLeading().startsWith("<")) {
            XmlSecrets.mark(text, marks);
        } else {
            ConfSecrets.markNames(text, marks, "username");
        }
    }

    private static void queryBlock(String text, Marks marks) {
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            JsonSecrets.mark(text, marks);
        } else {
            ConfSecrets.markLooks(text, marks);
        }
    }
}
