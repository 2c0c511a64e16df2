package io.cacheaudit.document.ceph;

import io.cacheaudit.document.Document;

/** Reads a ceph.conf by the grammar of a dialect. Takes time and space linear in the document, whatever it holds. */
public final class CephConfParser {
    /** The largest document read, in bytes. */
    public static final int MAX_BYTES = 16 << 20;

    private CephConfParser() {}

    public static CephConf parse(Document document, CephDialect dialect) {
        return parse(document, dialect.grammar(), dialect.abortsOnNonAscii());
    }

    /** A document that is absent or unreadable reads as an empty file; so does one of 0 bytes. */
    static CephConf parse(Document document, CephGrammar grammar, boolean abortsOnNonAscii) {
        if (document.content().length > MAX_BYTES) {
            return CephConf.tooLarge(document.path(), "expected at most " + MAX_BYTES + " bytes, found more");
        }
        return switch (grammar) {
            case LINES -> new LinesParser(document.path(), document.content()).parse();
            case SPIRIT -> new SpiritParser(document.path(), document.content(), abortsOnNonAscii).parse();
        };
    }
}
