package io.cacheaudit.effective.rbd;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import io.cacheaudit.document.ceph.CephConf;
import io.cacheaudit.document.ceph.CephConfParser;
import io.cacheaudit.document.ceph.CephDialect;
import io.cacheaudit.version.Missing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The ceph.conf documents of one host. A parse is kept for each dialect: the disks of a host share it. */
public final class CephFiles {
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final Map<String, Presence> presences = new LinkedHashMap<>();
    private final Map<Parse, CephConf> parsed = new HashMap<>();

    private record Parse(String path, CephDialect dialect) {}

    public CephFiles(DocumentSet set) {
        set.of(Kind.CEPH_CONF).forEach(document -> {
            documents.put(document.path(), document);
            presences.put(document.path(), document.presence());
        });
    }

    public Map<String, Document> documents() {
        return documents;
    }

    Map<String, Presence> presences() {
        return presences;
    }

    Optional<Presence> presence(String path) {
        return Optional.ofNullable(presences.get(path));
    }

    /** The document as this dialect reads it; the path is one of {@link #documents}. */
    CephConf parse(String path, CephDialect dialect) {
        Document document = documents.get(path);
        if (document == null) {
            throw new IllegalArgumentException("no document " + path);
        }
        return parsed.computeIfAbsent(new Parse(path, dialect), key -> CephConfParser.parse(document, dialect));
    }

    static Missing missing(String path) {
        // A relative place is looked for in the working directory of the process.
        String place = path.startsWith("./") ? "/proc/PID/cwd/" + path.substring(2) : path;
        return Missing.collect("documents.ceph.conf:" + path, "cat " + place);
    }
}
