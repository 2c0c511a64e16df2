package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.document.Digest;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.effective.EffectiveHost;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Fingerprint;
import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.rule.PackId;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Document sets and audits as tests push them. */
final class Pushes {
    static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    static final Subject CEPH = Subject.document("/etc/ceph/ceph.conf");
    static final PackId PACK = new PackId("cache-audit", "1", "sha256:" + "a".repeat(64));

    private Pushes() {}

    static DocumentSet set(String host, String cephConf) {
        return new DocumentSet(
                host,
                Map.of("qemu", "2.2.0"),
                List.of(Document.present(Kind.CEPH_CONF, "/etc/ceph/ceph.conf", cephConf)));
    }

    static Audit audit(DocumentSet set, Finding... findings) {
        return audit(set, PACK, List.of(findings));
    }

    static Audit audit(DocumentSet set, PackId pack, List<Finding> findings) {
        boolean fails = findings.stream().anyMatch(finding -> finding.status() == Status.FAIL);
        return new Audit(
                set.host(),
                Digest.of(set),
                T0,
                fails ? Verdict.FAIL : Verdict.PASS,
                pack,
                set.versions(),
                Counts.of(findings, 3, 4),
                List.of(),
                new EffectiveHost(List.of(), List.of()),
                findings);
    }

    static Finding fail(String host, String rule, Subject subject, Severity severity, String message) {
        return finding(host, rule, subject, severity, Status.FAIL, message);
    }

    static Finding finding(
            String host, String rule, Subject subject, Severity severity, Status status, String message) {
        return new Finding(
                rule,
                severity,
                status,
                subject,
                Fingerprint.of(rule, host, subject),
                message,
                "because.",
                "change it.",
                FixRisk.LIVE_MIGRATE,
                true,
                List.of(Missing.collect("versions.librbd", "dpkg-query -W librbd1")),
                List.of(new Evidence(new Provenance("/etc/ceph/ceph.conf", 3, 1), "rbd cache = true")));
    }
}
