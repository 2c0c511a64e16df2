package io.cacheaudit.adapter.rest;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.BadPageToken;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.document.DocumentSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The port of the store over maps. The host {@code broken} stands for a database that does not answer. */
final class MemoryStore implements AuditStore {
    private record Held(DocumentSet set, Audit audit, Instant at) {}

    private final Map<String, Held> hosts = new ConcurrentSkipListMap<>();

    @Override
    public void put(Audited audited, Instant now) {
        hosts.put(audited.audit().host(), new Held(audited.redacted(), audited.audit(), now));
    }

    @Override
    public void putAgain(Audited audited, String digest) {
        throw new UnsupportedOperationException("nothing of the HTTP side asks for it");
    }

    @Override
    public Optional<DocumentSet> documents(String host) {
        return Optional.ofNullable(hosts.get(host)).map(Held::set);
    }

    @Override
    public Seen seen(String host, String digest, Instant now) {
        Held held = hosts.get(host);
        if (held == null) {
            return Seen.NO_HOST;
        }
        return held.audit().digest().equals(digest) ? Seen.SAME_SET : Seen.OTHER_SET;
    }

    @Override
    public boolean retire(String host, Instant now) {
        return hosts.remove(host) != null;
    }

    @Override
    public Optional<HostSummary> host(String host) {
        if (host.equals("broken")) {
            throw new StoreException("no connection", new SQLException("SELECT 1 at db.example:5432"));
        }
        if (host.equals("bug")) {
            throw new IllegalStateException("io.cacheaudit.Secret SELECT");
        }
        return Optional.ofNullable(hosts.get(host)).map(MemoryStore::summary);
    }

    @Override
    public Page<HostSummary> hosts(HostQuery query) {
        if ("foreign".equals(query.pageToken())) {
            throw new BadPageToken();
        }
        List<HostSummary> all = hosts.values().stream()
                .map(MemoryStore::summary)
                .filter(host -> query.name() == null || host.host().contains(query.name()))
                .filter(host -> query.verdict() == null || host.verdict() == query.verdict())
                .filter(host -> query.stale() == null || host.isStale(query.now()) == query.stale())
                .toList();
        return new Page<>(
                all.stream().limit(query.limit()).toList(),
                all.size() > query.limit() ? "next" : null,
                all.size(),
                true);
    }

    @Override
    public Page<StoredFinding> findings(FindingQuery query) {
        if ("foreign".equals(query.pageToken())) {
            throw new BadPageToken();
        }
        List<StoredFinding> all = all().filter(
                        found -> query.host() == null || found.host().equals(query.host()))
                .filter(found -> query.status() == null || found.finding().status() == query.status())
                .filter(found -> query.rule() == null || found.finding().rule().equals(query.rule()))
                .filter(found -> query.severity() == null || found.finding().severity() == query.severity())
                .filter(found -> query.open() == null || query.open())
                .toList();
        return new Page<>(
                all.stream().limit(query.limit()).toList(),
                all.size() > query.limit() ? "next" : null,
                all.size(),
                true);
    }

    @Override
    public Optional<StoredFinding> finding(String fingerprint) {
        return all().filter(found -> found.finding().fingerprint().equals(fingerprint))
                .findFirst();
    }

    List<Audit> audits() {
        return hosts.values().stream().map(Held::audit).toList();
    }

    private Stream<StoredFinding> all() {
        return hosts.values().stream()
                .flatMap(held -> held.audit().findings().stream()
                        .map(finding -> new StoredFinding(
                                held.audit().host(), finding, held.at(), held.at(), null, null, List.of())));
    }

    private static HostSummary summary(Held held) {
        Audit audit = held.audit();
        return new HostSummary(
                audit.host(),
                audit.digest(),
                audit.verdict(),
                audit.counts(),
                audit.effective().disks().size(),
                audit.versions(),
                audit.pack(),
                held.at(),
                held.at(),
                audit.auditedAt(),
                Duration.ofHours(1));
    }
}
