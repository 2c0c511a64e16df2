package io.cacheaudit.document.nova;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Presence;
import java.util.ArrayList;
import java.util.List;

/**
 * nova.conf files by oslo.config's grammar, which is the same in every release. Source: oslo.config 1.1.0 to 10.6.0
 * oslo_config/iniparser.py BaseParser.parse and cfg.py ConfigParser.
 */
public final class OsloParser {
    private OsloParser() {}

    /** Reads the documents in the order given, which is the order nova-compute reads them in. */
    public static NovaConf parse(List<Document> documentsInOrder) {
        List<NovaConf.File> files = new ArrayList<>();
        List<Document> unreadable = new ArrayList<>();
        for (Document document : documentsInOrder) {
            if (document.isPresent()) {
                files.add(new FileParse(document).run());
            } else if (document.presence() == Presence.UNREADABLE) {
                unreadable.add(document);
            }
        }
        return new NovaConf(files, unreadable);
    }
}
