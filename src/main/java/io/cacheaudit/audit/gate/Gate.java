package io.cacheaudit.audit.gate;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.audit.LineText;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.rule.OpenPass;
import io.cacheaudit.rule.Rule;
import io.cacheaudit.rule.RulePack;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Audits a document set without storing it and decides whether it passes. */
public final class Gate {
    private final BiFunction<DocumentSet, Instant, Audited> auditor;
    private final RulePack pack;
    private final Clock clock;
    private final Map<String, Severity> highest = new HashMap<>();

    /**
     * @param auditor redacts and audits a set as of a time, as {@link io.cacheaudit.audit.Auditor#run} does
     * @param pack the rules by which it audits
     */
    public Gate(BiFunction<DocumentSet, Instant, Audited> auditor, RulePack pack, Clock clock) {
        this.auditor = auditor;
        this.pack = pack;
        this.clock = clock;
        pack.rules().forEach(rule -> highest.put(rule.id(), rule.highestSeverity()));
    }

    public GateResult judge(DocumentSet set, GateOptions options) {
        Instant now = clock.instant();
        Audited audited = auditor.apply(set, now);
        Audit audit = audited.audit();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Waiver> inForce = options.waivers().stream()
                .filter(waiver -> !waiver.isExpired(today))
                .toList();
        Set<Waiver> used = new HashSet<>();
        List<GatedFinding> gated = new ArrayList<>();
        Deciding deciding = new Deciding(audit.effective(), new LineText(audited.redacted())::of);
        for (Finding finding : audit.findings()) {
            Waiver waiver = waiver(inForce, finding, audit.host(), used);
            boolean known = options.isKnown(finding.fingerprint());
            GatedFinding.Role role = waiver == null && !known ? role(finding, options) : GatedFinding.Role.WAIVED;
            Rule rule = pack.rule(finding.rule()).orElse(null);
            Deciding.Place place = deciding.of(finding, rule);
            gated.add(new GatedFinding(finding, waiver, known, role, place.decidedBy(), place.overridden()));
        }
        List<OpenPass> openPasses = audited.openPasses().stream()
                .filter(pass -> highest(pass.rule()).isAtLeast(options.failOn()))
                .toList();
        return new GateResult(
                audit,
                pack,
                options,
                verdict(gated, openPasses, audited.unparsed(), options),
                counts(audit.counts(), gated),
                gated,
                openPasses,
                audited.unparsed(),
                options.waivers().stream()
                        .filter(waiver -> waiver.isExpired(today))
                        .toList(),
                inForce.stream().filter(waiver -> !used.contains(waiver)).toList());
    }

    private static @Nullable Waiver waiver(List<Waiver> inForce, Finding finding, String host, Set<Waiver> used) {
        Waiver first = null;
        for (Waiver waiver : inForce) {
            if (waiver.covers(finding, host)) {
                used.add(waiver);
                first = first == null ? waiver : first;
            }
        }
        return first;
    }

    /**
     * A conditional value counts as known, so that a conditional FAIL stays one. Who asks for certainty does not tolerate
     * a finding that rests on such a value, where its rule can reach the threshold.
     */
    private GatedFinding.Role role(Finding finding, GateOptions options) {
        boolean failed = finding.status() == Status.FAIL;
        if (failed && finding.severity().isAtLeast(options.failOn())) {
            return GatedFinding.Role.FAILS;
        }
        boolean open = !failed || finding.conditional() && options.failOnUnknown();
        return open && highest(finding.rule()).isAtLeast(options.failOn())
                ? GatedFinding.Role.UNDECIDED
                : GatedFinding.Role.TOLERATED;
    }

    /** A rule that the pack does not hold can be anything. */
    private Severity highest(String rule) {
        return highest.getOrDefault(rule, Severity.CRITICAL);
    }

    private Verdict verdict(
            List<GatedFinding> gated, List<OpenPass> openPasses, List<String> unparsed, GateOptions options) {
        Verdict verdict = Verdict.of(counted(gated), this::highest, !unparsed.isEmpty(), options.failOn());
        boolean open =
                !openPasses.isEmpty() || gated.stream().anyMatch(one -> one.role() == GatedFinding.Role.UNDECIDED);
        return verdict == Verdict.PASS && options.failOnUnknown() && open ? Verdict.UNKNOWN : verdict;
    }

    private static List<Finding> counted(List<GatedFinding> gated) {
        return gated.stream()
                .filter(one -> one.role() != GatedFinding.Role.WAIVED)
                .map(GatedFinding::finding)
                .toList();
    }

    private static Counts counts(Counts all, List<GatedFinding> gated) {
        List<Finding> counted = counted(gated);
        Counts counts = Counts.of(counted, all.pass(), all.notApplicable());
        return new Counts(
                counts.fails(),
                counts.unknown(),
                counts.error(),
                counts.pass(),
                counts.notApplicable(),
                gated.size() - counted.size());
    }
}
