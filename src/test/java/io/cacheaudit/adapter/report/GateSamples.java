package io.cacheaudit.adapter.report;

import io.cacheaudit.adapter.rest.SampleAudits;
import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.audit.gate.Gate;
import io.cacheaudit.audit.gate.GateOptions;
import io.cacheaudit.audit.gate.GateResult;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Fingerprint;
import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.rule.Condition;
import io.cacheaudit.rule.OpenPass;
import io.cacheaudit.rule.Rule;
import io.cacheaudit.rule.RulePack;
import io.cacheaudit.rule.SubjectKind;
import io.cacheaudit.rule.Template;
import io.cacheaudit.rule.Ternary;
import io.cacheaudit.rule.Values;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers of a gate, made by the real gate from an audit that is put together by hand. */
final class GateSamples {
    static final String HOST = "compute-17";
    static final String HOSTILE =
            "x|`<b>&'\"]]>\u0007\ud800\u202e\n::error::%0A, @you #1 ##[group] ##vso[task] www.a.b $x$ \ud83d\ude00\ufffe";

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Provenance CONF = new Provenance("/etc/ceph/ceph.conf", 3, 1);
    private static final String RULE = "rbd-cache-without-writeback";
    private static final String OTHER = "drive-cache-unsafe";

    private GateSamples() {}

    /** One of everything: twelve disks with one cause, a waiver, a baseline, an unknown, an error, what is tolerated. */
    static GateResult everything() {
        List<Finding> findings = new ArrayList<>();
        findings.add(fail(RULE, Severity.HIGH, "instance-00000068", "vdb", CONF));
        for (int i = 0; i < 12; i++) {
            findings.add(
                    fail(RULE, Severity.HIGH, "vm" + i, "vda", new Provenance("/etc/libvirt/vm" + i + ".xml", 9, 5)));
        }
        findings.add(fail(OTHER, Severity.MEDIUM, "vm1", "vdc", CONF));
        findings.add(fail(OTHER, Severity.CRITICAL, "waived", "vda", CONF));
        findings.add(fail(OTHER, Severity.CRITICAL, "known", "vda", CONF));
        findings.add(open(Status.UNKNOWN, List.of(Component.NOVA.missing())));
        findings.add(open(Status.ERROR, List.of()));
        Waiver waiver = new Waiver(
                OTHER, null, "disk:waived/vda", "scratch | data", "storage <team>", LocalDate.parse("2026-03-31"));
        Waiver expired = new Waiver(RULE, HOST, null, "until the move", "ops", LocalDate.parse("2026-01-01"));
        Waiver unused = new Waiver("no-such-rule", null, null, "typed wrongly", "ops", LocalDate.parse("2026-03-31"));
        String known = Fingerprint.of(OTHER, HOST, Subject.disk("known", "vda"));
        return of(
                findings,
                List.of(new Problem(new Provenance("/etc/libvirt/qemu/vm7.xml", 14, 13), "element disk is not closed")),
                List.of("/etc/libvirt/qemu/vm7.xml"),
                new GateOptions(
                        Severity.HIGH,
                        true,
                        List.of(waiver, expired, unused),
                        Set.of(known, "sha256:" + "0".repeat(64))));
    }

    /** Nothing found. */
    static GateResult nothing() {
        return of(List.of(), List.of(), List.of(), GateOptions.DEFAULT);
    }

    /** Every name and text of a host at its worst. */
    static GateResult hostile() {
        Finding finding = new Finding(
                RULE,
                Severity.HIGH,
                Status.FAIL,
                new Subject("disk:" + HOSTILE),
                "sha256:" + "1".repeat(64),
                HOSTILE + ": " + HOSTILE,
                HOSTILE,
                HOSTILE,
                FixRisk.RESTART,
                true,
                List.of(Missing.collect(HOSTILE, HOSTILE)),
                List.of(new Evidence(new Provenance("/../" + HOSTILE, 3, 1), HOSTILE)));
        Waiver expired = new Waiver(RULE, null, HOSTILE, HOSTILE, HOSTILE, LocalDate.parse("2020-01-01"));
        return of(
                List.of(finding),
                List.of(new Problem(Provenance.whole("//" + HOSTILE), HOSTILE)),
                List.of("//" + HOSTILE),
                new GateOptions(Severity.LOW, true, List.of(expired), null));
    }

    private static GateResult of(
            List<Finding> findings, List<Problem> problems, List<String> unparsed, GateOptions options) {
        Document document =
                Document.present(Kind.CEPH_CONF, CONF.source(), "[client]\n# the cache\nrbd cache = true\n");
        DocumentSet set = new DocumentSet(HOST, Map.of("qemu", "2.2.0"), List.of(document));
        Audit hand = SampleAudits.of(set, NOW);
        Audit audit = new Audit(
                HOST,
                hand.digest(),
                NOW,
                Verdict.FAIL,
                hand.pack(),
                hand.versions(),
                Counts.of(findings, 61, 12),
                problems,
                hand.effective(),
                findings);
        List<OpenPass> openPasses = findings.isEmpty()
                ? List.of()
                : List.of(new OpenPass(
                        OTHER,
                        Subject.disk("vm1", "vda"),
                        List.of(Missing.collect("ceph.config", "ceph config dump"))));
        return new Gate(
                        (ignored, at) -> new Audited(set, audit, Audited.DEFAULT_INTERVAL, openPasses, unparsed),
                        pack(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .judge(set, options);
    }

    private static Finding fail(String rule, Severity severity, String domain, String target, Provenance at) {
        Subject subject = Subject.disk(domain, target);
        return new Finding(
                rule,
                severity,
                Status.FAIL,
                subject,
                Fingerprint.of(rule, HOST, subject),
                domain + "/" + target + ": rbd_cache is on although cache=none",
                "A guest that sees no write cache sends no flush.",
                "In /etc/ceph/ceph.conf write\n[client]\nrbd cache = false",
                FixRisk.RESTART,
                false,
                List.of(),
                List.of(new Evidence(at, "rbd cache = true")));
    }

    private static Finding open(Status status, List<Missing> missing) {
        Subject subject = Subject.document("/etc/nova/" + status + ".conf");
        return new Finding(
                OTHER,
                Severity.MEDIUM,
                status,
                subject,
                Fingerprint.of(OTHER, HOST, subject),
                "It is not known whether this holds.",
                "Releases differ.",
                "Send the version of nova.",
                FixRisk.NONE,
                false,
                missing,
                List.of());
    }

    private static RulePack pack() {
        return new RulePack(
                SampleAudits.PACK,
                List.of(
                        rule(
                                RULE,
                                "The rbd cache is on",
                                List.of("rbd_cache.enabled", "drive_cache.mode"),
                                Severity.HIGH),
                        rule(OTHER, "Flushes are dropped", List.of("drive_cache.no_flush"), Severity.CRITICAL)));
    }

    private static Rule rule(String id, String title, List<String> fields, Severity severity) {
        Condition when = new Condition() {
            @Override
            public String text() {
                return String.join(" && ", fields);
            }

            @Override
            public Set<String> fields() {
                return Set.copyOf(fields);
            }

            @Override
            public Ternary test(Values values) {
                return Ternary.TRUE;
            }
        };
        Template text = new Template("What {domain}/{target} does.", Set.of());
        return new Rule(
                id,
                "rbd-cache",
                title,
                SubjectKind.DISK,
                Map.of(),
                when,
                List.of(new Rule.SeverityCase(severity, null)),
                new Rule.Texts(text, text, text),
                FixRisk.RESTART,
                List.of("QEMU v2.2.0 block/rbd.c qemu_rbd_open"),
                "0.1.0",
                List.of());
    }
}
