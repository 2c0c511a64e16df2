package io.cacheaudit.effective.rbd;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.ceph.CephConf;
import io.cacheaudit.document.ceph.CephDialects;
import io.cacheaudit.document.ceph.CephFileSearch;
import io.cacheaudit.document.ceph.CephRemark;
import io.cacheaudit.document.ceph.CephRemarks;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.Remark;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.fact.GuestDisk;
import io.cacheaudit.fact.HostFacts;
import io.cacheaudit.fact.nova.NovaFacts;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.Versions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the ceph.conf documents of a host set in vain, setting by setting, and which of them nobody reads. */
public final class CephRemarkReader {
    private static final String CLIENT = "client.";
    private static final Map<CephRemark.Reason, String> WORDS = Map.of(
            CephRemark.Reason.FILE_REFUSED, "file_refused",
            CephRemark.Reason.SKIPPED_LINE, "skipped_line",
            CephRemark.Reason.KEY_NEVER_MATCHES, "key_never_matches",
            CephRemark.Reason.SECTION_NO_CLIENT_READS, "section_no_client_reads",
            CephRemark.Reason.OTHER_CLIENT, "other_client",
            CephRemark.Reason.OVERRIDDEN_LATER, "overridden_later",
            CephRemark.Reason.NO_SUCH_OPTION, "no_such_option",
            CephRemark.Reason.BAD_VALUE, "bad_value");

    private final RbdTables tables;

    public CephRemarkReader(RbdTables tables) {
        this.tables = tables;
    }

    public List<Remark> read(DocumentSet set, HostFacts host, Versions versions) {
        CephDialects.Choice choice = tables.dialects().dialects(versions);
        CephFiles files = new CephFiles(set);
        List<Remark> remarks = new ArrayList<>();
        set.of(Kind.CEPH_CONF).filter(Document::isPresent).forEach(document -> {
            List<Map<Key, Remark>> readings = choice.candidates().stream()
                    .map(candidate -> read(document, files, candidate, clients(host), host))
                    .toList();
            remarks.addAll(agreed(readings, choice.missing(), document));
        });
        return remarks;
    }

    /** What makes two remarks of different dialects the same subject. */
    private record Key(Provenance at, String section, String key) {}

    /** The clients of the host: those of its disks, else the one nova names. */
    private static Set<String> clients(HostFacts host) {
        Set<String> clients = new TreeSet<>();
        host.disks().stream()
                .map(GuestDisk::facts)
                .filter(DiskFacts::isRbd)
                .forEach(disk -> clients.add(disk.client()));
        NovaFacts nova = host.nova();
        if (clients.isEmpty() && nova != null) {
            Located<String> user = nova.rbdUser().value();
            if (user != null) {
                clients.add(CLIENT + user.value());
            }
        }
        return clients;
    }

    private Map<Key, Remark> read(
            Document document, CephFiles files, CephDialects.Candidate candidate, Set<String> clients, HostFacts host) {
        Map<Key, Remark> remarks = new LinkedHashMap<>();
        CephConf conf = files.parse(document.path(), candidate.dialect());
        for (CephRemark remark : new CephRemarks(candidate, tables.options(), clients).of(document, conf)) {
            String word = Objects.requireNonNull(WORDS.get(remark.reason()));
            put(remarks, document, remark.section(), remark.key(), word, remark.why(), remark.at());
        }
        conf.sections()
                .values()
                .forEach(keys -> keys.values()
                        .forEach(entries -> entries.forEach(entry -> {
                            if (entry.key().startsWith("rbd_")) {
                                put(remarks, document, entry.section(), entry.key(), "none", "", entry.keyAt());
                            }
                        })));
        whole(document, conf, files, candidate, host, remarks);
        return remarks;
    }

    /** The file itself: refused by its grammar, or read by nobody because another is found before it. */
    private static void whole(
            Document document,
            CephConf conf,
            CephFiles files,
            CephDialects.Candidate candidate,
            HostFacts host,
            Map<Key, Remark> remarks) {
        Problem fault = conf.fault();
        String why = fault == null ? "" : fault.message();
        Provenance at = fault == null ? document.whole() : fault.at();
        String word = switch (conf.state()) {
            case READ, TOO_LARGE -> isRead(document.path(), files, candidate, host) ? "none" : "file_never_read";
            case REFUSED -> "file_refused";
            case ABORTS -> "file_aborts";
        };
        put(remarks, document, "", "", word, word.equals("file_never_read") ? "another file is found first" : why, at);
    }

    /** Whether a guest reads the file, or the search meets nothing that ends it before this place. */
    private static boolean isRead(String path, CephFiles files, CephDialects.Candidate candidate, HostFacts host) {
        boolean named = host.disks().stream().map(GuestDisk::facts).anyMatch(disk -> names(disk, path));
        return named
                || CephFileSearch.search(candidate.dialect().search(), null, null, files.presences()).places().stream()
                        .noneMatch(place ->
                                place.path().equals(path) && place.step() == CephFileSearch.Step.FOUND_EARLIER);
    }

    private static boolean names(DiskFacts disk, String path) {
        boolean inXml = disk.confFile() != null && disk.confFile().value().equals(path);
        DiskFacts.DriveFacts drive = disk.drive();
        return inXml
                || drive != null
                        && (path.equals(drive.cephConf())
                                || drive.options().stream()
                                        .anyMatch(option -> option.key().equals("conf")
                                                && option.value().value().equals(path)));
    }

    private static void put(
            Map<Key, Remark> remarks,
            Document document,
            String section,
            String key,
            String word,
            String why,
            Provenance at) {
        remarks.putIfAbsent(
                new Key(at, section, key),
                new Remark(
                        Kind.CEPH_CONF.word(),
                        document.path(),
                        section,
                        key,
                        Effective.known(word, at),
                        why,
                        at,
                        List.of()));
    }

    /** What every dialect says alike is known; where they differ, or none is possible, the version is missing. */
    private static List<Remark> agreed(List<Map<Key, Remark>> readings, List<Missing> missing, Document document) {
        if (readings.isEmpty()) {
            return List.of(unknown(document, "", "", document.whole(), missing));
        }
        Map<Key, Remark> all = new LinkedHashMap<>();
        readings.forEach(reading -> reading.forEach(all::putIfAbsent));
        Map<String, Remark> bySubject = new TreeMap<>();
        List<Remark> remarks = new ArrayList<>();
        all.forEach((key, remark) -> {
            boolean same = readings.stream().allMatch(reading -> {
                Remark other = reading.get(key);
                return other != null
                        && other.ignored().known().equals(remark.ignored().known());
            });
            if (same) {
                remarks.add(remark);
            } else {
                bySubject.putIfAbsent(
                        remark.section() + "/" + remark.key(),
                        unknown(document, remark.section(), remark.key(), remark.at(), missing));
            }
        });
        remarks.addAll(bySubject.values());
        return remarks;
    }

    private static Remark unknown(Document document, String section, String key, Provenance at, List<Missing> missing) {
        return new Remark(
                Kind.CEPH_CONF.word(), document.path(), section, key, Effective.unknown(missing), "", at, missing);
    }
}
