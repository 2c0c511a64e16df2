package io.cacheaudit.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.EffectiveHost;
import io.cacheaudit.effective.Remark;
import io.cacheaudit.effective.drive.CacheMode;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.rule.Disks;
import io.cacheaudit.rule.Rule;
import io.cacheaudit.rule.RuleEvaluator;
import io.cacheaudit.rule.RuleEvaluator.Evaluation;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleEvaluationTest {
    private static final Missing QEMU = Component.QEMU.missing();
    private static final Missing POOL = Missing.collect("documents.ceph-overrides", "rbd config pool ls");
    private static final Effective<Boolean> ON = Effective.known(true, Disks.CONF);
    private static final Effective<Boolean> PERHAPS =
            new Effective.Known<>(true, true, List.of(POOL), List.of(Disks.CONF));
    private static final Effective<Risk> SAFE = Effective.known(Risk.NONE);

    private static Rule rule(String subject, String applies, String when, String severity) {
        List<Problem> problems = new ArrayList<>();
        Rule rule = read(subject, applies, when, severity, problems);
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(rule);
    }

    private static @Nullable Rule read(
            String subject, String applies, String when, String severity, List<Problem> problems) {
        String message = subject.equals("disk") ? "{domain}/{target} by {rbd_cache.enabled_by}." : "{setting.key}.";
        String text = """
                id: one
                title: One
                subject: %s
                applies: %s
                when: %s
                severity: %s
                message: "%s"
                why: Because.
                remediation: Do it.
                fix_risk: restart
                sources: [QEMU v2.2.0 block/rbd.c]
                since: 0.1.0
                """.formatted(subject, applies, when, severity, message);
        Tree tree = Objects.requireNonNull(new YamlTreeReader()
                .read("rule.yaml", text.getBytes(StandardCharsets.UTF_8))
                .value());
        return Rule.from(tree, "family", "one", new CelConditions(), problems);
    }

    private static Evaluation evaluate(Rule rule, EffectiveDisk disk) {
        return RuleEvaluator.evaluate(
                new EffectiveHost(List.of(disk), List.of()), "host", List.of(rule), at -> "line " + at.line());
    }

    private static Finding only(Rule rule, EffectiveDisk disk) {
        Evaluation evaluation = evaluate(rule, disk);
        assertThat(evaluation.findings()).hasSize(1);
        return evaluation.findings().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rbd_cache.enabeld                   | rule.yaml:5:7: error: unknown field "rbd_cache.enabeld", did you mean "rbd_cache.enabled"?
            readonly && drive_cash.mode == "x"  | rule.yaml:5:19: error: unknown field "drive_cash.mode", did you mean "drive_cache.mode"?
            drive_cache.mode == 1               | rule.yaml:5:24: error: condition: found no matching overload for '_==_' applied to '(string, int)' (candidates: (%A0, %A0))
            drive_cache.mode                    | rule.yaml:5:18: error: condition: expected type 'bool' but found 'string'
            readonly &&                         | rule.yaml:5:18: error: condition: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}
            """)
    void aWrongConditionIsNamedInTheFilesCoordinates(String when, String problem) {
        List<Problem> problems = new ArrayList<>();

        Rule rule = read("disk", "{}", when, "high", problems);

        assertThat(rule).isNull();
        assertThat(problems).extracting(Object::toString).containsExactly(problem);
    }

    @Test
    void aConditionThatHoldsFailsWithEvidenceAndText() {
        Rule rule =
                rule("disk", "{source.protocol: rbd}", "rbd_cache.enabled && drive_cache.mode != 'writeback'", "high");

        Finding finding = only(rule, Disks.rbd(CacheMode.NONE, ON, SAFE));

        assertThat(finding.status()).isEqualTo(Status.FAIL);
        assertThat(finding.message()).isEqualTo("vm7/vdb by /etc/ceph/ceph.conf line 3.");
        assertThat(finding.subject().text()).isEqualTo("disk:vm7/vdb");
        assertThat(finding.evidence())
                .extracting(evidence -> evidence.at() + " " + evidence.text())
                .containsExactly("/etc/ceph/ceph.conf:3:1 line 3", "/etc/libvirt/qemu/vm7.xml:41:7 line 41");
    }

    @Test
    void anotherProtocolIsNotApplicable() {
        Rule rule = rule("disk", "{source.protocol: gluster}", "rbd_cache.enabled", "high");

        assertThat(evaluate(rule, Disks.rbd(CacheMode.NONE, ON, SAFE)).notApplicable())
                .isEqualTo(1);
    }

    @Test
    void anUnknownFieldThatDecidesIsNamed() {
        Rule rule = rule("disk", "{}", "rbd_cache.enabled && drive_cache.mode == 'none'", "high");
        EffectiveDisk disk = Disks.rbd(CacheMode.NONE, Effective.unknown(QEMU), SAFE);

        Finding finding = only(rule, disk);

        assertThat(finding.status()).isEqualTo(Status.UNKNOWN);
        assertThat(finding.missing()).containsExactly(QEMU);
    }

    @ParameterizedTest
    @CsvSource({
        "rbd_cache.enabled && drive_cache.mode == \"writeback\", 1, 0",
        "rbd_cache.enabled || drive_cache.mode == \"none\", 0, 1"
    })
    void anUnknownFieldIsAbsorbedWhereTheOtherSideDecides(String when, int passes, int findings) {
        Rule rule = rule("disk", "{}", when, "high");

        Evaluation evaluation = evaluate(rule, Disks.rbd(CacheMode.NONE, Effective.unknown(QEMU), SAFE));

        assertThat(evaluation.pass()).isEqualTo(passes);
        assertThat(evaluation.findings()).hasSize(findings).allMatch(finding -> finding.status() == Status.FAIL);
    }

    @Test
    void onlyTheFieldsThatWouldDecideAreMissed() {
        Rule rule =
                rule("disk", "{}", "(rbd_cache.enabled && readonly) || durability.flushed.worst == 'bounded'", "high");
        EffectiveDisk disk =
                Disks.rbd(CacheMode.NONE, Effective.unknown(QEMU), Effective.unknown(Component.LIBRBD.missing()));

        assertThat(only(rule, disk).missing()).containsExactly(Component.LIBRBD.missing());
    }

    @Test
    void aConditionalFieldMakesTheFindingConditional() {
        Rule rule = rule("disk", "{}", "rbd_cache.enabled", "high");

        Finding finding = only(rule, Disks.rbd(CacheMode.NONE, PERHAPS, SAFE));

        assertThat(finding.status()).isEqualTo(Status.FAIL);
        assertThat(finding.conditional()).isTrue();
        assertThat(finding.missing()).containsExactly(POOL);
    }

    @Test
    void aConditionalFieldThatDoesNotDecideLeavesTheAnswerCertain() {
        Rule rule = rule("disk", "{}", "'!rbd_cache.enabled && readonly'", "high");

        Evaluation evaluation = evaluate(rule, Disks.rbd(CacheMode.NONE, PERHAPS, SAFE));

        assertThat(evaluation.pass()).isEqualTo(1);
        assertThat(evaluation.conditionalPasses()).isZero();
    }

    @Test
    void aPassThatAConditionalFieldDecidesIsCounted() {
        Rule rule = rule("disk", "{}", "'!rbd_cache.enabled'", "high");

        assertThat(evaluate(rule, Disks.rbd(CacheMode.NONE, PERHAPS, SAFE)).conditionalPasses())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"NONE, LOW", "BOUNDED, CRITICAL"})
    void theFirstSeverityThatHoldsWins(Risk flushed, Severity severity) {
        Rule rule = rule("disk", "{}", "rbd_cache.enabled", "[critical: \"durability.flushed.worst != 'none'\", low]");

        assertThat(only(rule, Disks.rbd(CacheMode.NONE, ON, Effective.known(flushed)))
                        .severity())
                .isEqualTo(severity);
    }

    @Test
    void anUnknownSeverityCountsAsHoldingAndTheMessageSaysSo() {
        Rule rule = rule("disk", "{}", "rbd_cache.enabled", "[critical: \"durability.flushed.worst != 'none'\", low]");

        Finding finding = only(rule, Disks.rbd(CacheMode.NONE, ON, Effective.unknown(QEMU)));

        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.message())
                .endsWith("Severity critical is assumed, since this is not known: durability.flushed.worst.");
        assertThat(finding.missing()).containsExactly(QEMU);
    }

    @Test
    void aConditionThatCannotBeEvaluatedIsAnError() {
        Rule rule = rule("disk", "{}", "1 / durability.bytes == 1 / 0", "high");

        assertThat(only(rule, Disks.rbd(CacheMode.NONE, ON, SAFE)).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void aKeyWrittenTwiceIsOneFinding() {
        Rule rule = rule("setting", "{}", "setting.ignored == 'bad_value'", "medium");
        Remark first = remark(3);
        Remark second = remark(9);

        Evaluation evaluation = RuleEvaluator.evaluate(
                new EffectiveHost(List.of(), List.of(first, second)), "host", List.of(rule), at -> null);

        assertThat(evaluation.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence()).hasSize(2));
    }

    private static Remark remark(int line) {
        Provenance at = new Provenance("/etc/ceph/ceph.conf", line, 1);
        return new Remark(
                "ceph.conf", at.source(), "client", "rbd_cache", Effective.known("bad_value"), "no", at, List.of());
    }
}
