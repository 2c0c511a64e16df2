package io.cacheaudit.audit;

import io.cacheaudit.document.Digest;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import io.cacheaudit.document.redact.Redactor;
import io.cacheaudit.effective.EffectiveHost;
import io.cacheaudit.effective.HostResolver;
import io.cacheaudit.effective.Precedence;
import io.cacheaudit.fact.HostFacts;
import io.cacheaudit.fact.HostFactsReader;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.rule.RuleEvaluator;
import io.cacheaudit.rule.RulePack;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.TreeReader;
import io.cacheaudit.version.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Audits a document set: redacts it, reads it, works out the effective state and evaluates the rules. */
public final class Auditor {
    private final RulePack pack;
    private final HostFactsReader facts;
    private final HostResolver resolver;

    public Auditor(Precedence precedence, RulePack pack, TreeReader json) {
        this.pack = pack;
        this.facts = new HostFactsReader(json, precedence.nova());
        this.resolver = new HostResolver(precedence);
    }

    public Audit audit(DocumentSet set, Instant now) {
        return run(set, now).audit();
    }

    /** As {@link #audit}, with the redacted set. Redaction is idempotent: a stored set gives the same audit again. */
    public Audited run(DocumentSet set, Instant now) {
        DocumentSet redacted = new DocumentSet(
                set.host(),
                set.versions(),
                set.documents().stream().map(Redactor::redact).toList());
        Versions versions = Versions.of(redacted.versions());
        HostFacts host = facts.read(redacted, versions);
        EffectiveHost effective = resolver.resolve(redacted, host, versions);
        LineText lines = new LineText(redacted);
        RuleEvaluator.Evaluation evaluation =
                RuleEvaluator.evaluate(effective, redacted.host(), pack.rules(), lines::of);
        List<Problem> problems = new ArrayList<>(host.problems());
        problems.addAll(emptyFiles(redacted));
        List<Problem> unread = unread(redacted, evaluation);
        problems.addAll(unread);
        List<String> unparsed = Stream.concat(
                        host.unparsed().stream(),
                        unread.stream().map(problem -> problem.at().source()))
                .toList();
        Verdict verdict = Verdict.of(
                evaluation.findings(),
                rule -> pack.rule(rule).orElseThrow().highestSeverity(),
                !unparsed.isEmpty(),
                Verdict.DEFAULT_THRESHOLD);
        Audit audit = new Audit(
                redacted.host(),
                Digest.of(redacted),
                now,
                verdict,
                pack.id(),
                redacted.versions(),
                Counts.of(evaluation.findings(), evaluation.pass(), evaluation.notApplicable()),
                problems.stream().distinct().toList(),
                effective,
                evaluation.findings());
        return new Audited(
                redacted,
                audit,
                host.interval() == null ? Audited.DEFAULT_INTERVAL : host.interval(),
                evaluation.openPasses(),
                unparsed);
    }

    /** Where no rule found anything to judge nothing is known; a guest whose domain nobody may read has unknown disks. */
    private static List<Problem> unread(DocumentSet set, RuleEvaluator.Evaluation evaluation) {
        if (set.documents().isEmpty()) {
            return List.of(new Problem(
                    Provenance.whole("documents"), "no document was sent, so that nothing is known of the host"));
        }
        if (evaluation.pass() == 0 && evaluation.findings().isEmpty()) {
            return List.of(
                    new Problem(Provenance.whole("documents"), "no document holds anything that a rule could judge"));
        }
        return set.of(Kind.LIBVIRT_DOMAIN)
                .filter(document -> document.presence() == Presence.UNREADABLE)
                .map(document -> new Problem(
                        document.whole(), "the sender could not read this document, so that its disks are not known"))
                .toList();
    }

    /** 0 bytes are an empty nova.conf or ceph.conf that exists; of any other kind they are no document. */
    private static List<Problem> emptyFiles(DocumentSet set) {
        return set.documents().stream()
                .filter(document -> document.isPresent() && document.content().length == 0)
                .filter(document -> switch (document.kind()) {
                    case NOVA_CONF, CEPH_CONF -> false;
                    case BRICK, MDSTAT, DM_TABLE, QEMU_QUERY_BLOCK, CEPH_OVERRIDES -> true;
                    case LIBVIRT_DOMAIN, GLUSTER_VOLUME, MOUNTS, BLOCK_DEVICES, BLOCK_QUEUE, HOST_FACTS, QEMU_PROCESS ->
                        false;
                })
                .map(Document::whole)
                .map(at -> new Problem(at, "the document is empty"))
                .toList();
    }
}
