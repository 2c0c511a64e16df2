package io.cacheaudit.audit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.effective.EffectiveHost;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Fingerprint;
import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.rule.OpenPass;
import io.cacheaudit.rule.PackId;
import io.cacheaudit.rule.RulePack;
import io.cacheaudit.version.Component;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gate makes of findings; the pack is empty, so that every rule can be critical. */
class GateTest {
    private static final String HOST = "compute-17";
    private static final Instant NOW = Instant.parse("2026-03-31T23:59:59Z");
    private static final DocumentSet SET = new DocumentSet(HOST, Map.of(), List.of());

    /** Source: contract.md section 1 (waiver: scope, owner, expiry) and peers.md section 2, rows 2 to 4. */
    @ParameterizedTest
    @CsvSource({
        "r-one, , , 2026-03-31, PASS",
        "r-one, , , 2026-04-01, PASS",
        "r-one, , , 2026-03-30, FAIL",
        "r-one, compute-17, , 2026-03-31, PASS",
        "r-one, compute-1, , 2026-03-31, FAIL",
        "r-one, , host, 2026-03-31, PASS",
        "r-one, , disk:vm1/vda, 2026-03-31, FAIL",
        "r-two, , , 2026-03-31, FAIL"
    })
    void waiverCountsInItsScopeUntilTheEndOfItsDay(
            String rule, @Nullable String host, @Nullable String subject, LocalDate expires, Verdict verdict) {
        Waiver waiver = new Waiver(rule, host, subject, "why", "who", expires);

        GateResult result = judge(finding(Status.FAIL, Severity.HIGH, false), options(false, List.of(waiver), null));

        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.counts().waived()).isEqualTo(verdict == Verdict.PASS ? 1 : 0);
        assertThat(result.counts().fails()).containsEntry(Severity.HIGH, verdict == Verdict.PASS ? 0 : 1);
        assertThat(result.findings()).hasSize(1);
        boolean expired = expires.isBefore(LocalDate.parse("2026-03-31"));
        assertThat(result.expired()).hasSize(expired ? 1 : 0);
        assertThat(result.unused()).hasSize(verdict == Verdict.FAIL && !expired ? 1 : 0);
    }

    @Test
    void knownFingerprintStaysVisibleAndDoesNotDecide() {
        Finding finding = finding(Status.FAIL, Severity.CRITICAL, false);

        GateResult result = judge(finding, options(true, List.of(), Set.of(finding.fingerprint())));

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.counts().waived()).isEqualTo(1);
        assertThat(result.findings().get(0).role()).isEqualTo(GatedFinding.Role.WAIVED);
        assertThat(result.findings().get(0).finding()).isEqualTo(finding);
    }

    /** Source: contract.md decision 12; a stricter option never gives a milder verdict. */
    @ParameterizedTest
    @CsvSource({
        "FAIL, HIGH, true, false, FAIL",
        "FAIL, HIGH, true, true, FAIL",
        "FAIL, MEDIUM, false, true, PASS",
        "FAIL, MEDIUM, true, false, PASS",
        "FAIL, MEDIUM, true, true, UNKNOWN",
        "UNKNOWN, MEDIUM, false, false, UNKNOWN",
        "UNKNOWN, MEDIUM, false, true, UNKNOWN",
        "ERROR, LOW, false, false, UNKNOWN"
    })
    void conditionalCountsAsUnknownOnlyForWhoAsks(
            Status status, Severity severity, boolean conditional, boolean failOnUnknown, Verdict verdict) {
        GateResult result = judge(finding(status, severity, conditional), options(failOnUnknown, List.of(), null));

        assertThat(result.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"false, PASS", "true, UNKNOWN"})
    void conditionalPassIsNoPassForWhoAsks(boolean failOnUnknown, Verdict verdict) {
        OpenPass pass = new OpenPass("r-one", Subject.HOST, List.of(Component.QEMU.missing()));

        GateResult result =
                gate(List.of(), List.of(pass), List.of()).judge(SET, options(failOnUnknown, List.of(), null));

        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.openPasses()).containsExactly(pass);
    }

    @Test
    void documentThatNobodyCouldReadIsNoPassAndNoWaiverHelps() {
        GateResult result =
                gate(List.of(), List.of(), List.of("/etc/x")).judge(SET, options(false, List.of(), Set.of()));

        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    private static GateResult judge(Finding finding, GateOptions options) {
        return gate(List.of(finding), List.of(), List.of()).judge(SET, options);
    }

    private static GateOptions options(boolean failOnUnknown, List<Waiver> waivers, @Nullable Set<String> baseline) {
        return new GateOptions(Severity.HIGH, failOnUnknown, waivers, baseline);
    }

    private static Gate gate(List<Finding> findings, List<OpenPass> passes, List<String> unparsed) {
        PackId pack = new PackId("p", "1", "sha256:1");
        Audit audit = new Audit(
                HOST,
                "sha256:0",
                NOW,
                Verdict.PASS,
                pack,
                Map.of(),
                Counts.of(findings, passes.size(), 0),
                List.of(),
                new EffectiveHost(List.of(), List.of()),
                findings);
        return new Gate(
                (set, at) -> new Audited(set, audit, Audited.DEFAULT_INTERVAL, passes, unparsed),
                new RulePack(pack, List.of()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Finding finding(Status status, Severity severity, boolean conditional) {
        return new Finding(
                "r-one",
                severity,
                status,
                Subject.HOST,
                Fingerprint.of("r-one", HOST, Subject.HOST),
                "m",
                "w",
                "r",
                FixRisk.NONE,
                conditional,
                List.of(Component.QEMU.missing()),
                List.of());
    }
}
