package io.cacheaudit.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.adapter.pack.RuleDirectory;
import io.cacheaudit.audit.Auditor;
import io.cacheaudit.audit.RuleCase;
import io.cacheaudit.audit.RuleSource;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.effective.Precedence;
import io.cacheaudit.rule.PackId;
import io.cacheaudit.rule.RulePack;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CliTest {
    private static final String SAMPLE = "deploy/sample-host";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesEveryCommandAndBuildsNothing() {
        Dependencies nothing = deps(directory -> {
            throw new IllegalStateException("built");
        });

        assertThat(run(nothing, "--help")).isZero();
        assertThat(out()).contains("serve", "demo", "audit", "explain", "lookup", "rules");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "audit",
                "audit --format yaml deploy/sample-host",
                "audit no-such-directory",
                "audit deploy/sample-host deploy/sample-host/versions.json",
                "audit src/main",
                "audit mvnw",
                "explain deploy/sample-host no-such-guest",
                "rules",
                "rules list --rules no-such-directory",
                "lookup nonsense",
                "audit deploy/sample-host --quemu 2.2.0"
            })
    void wrongUsageIsCode2WithASentence(String line) {
        assertThat(run(deps(), line.isEmpty() ? new String[0] : line.split(" ")))
                .isEqualTo(2);
        assertThat(err()).startsWith("cache-audit: ").doesNotContain("Exception");
        assertThat(out()).isEmpty();
    }

    @Test
    void brokenProgramIsCode4() {
        Dependencies broken = deps(directory -> {
            throw new IllegalStateException("no tables");
        });

        assertThat(run(broken, "audit", SAMPLE)).isEqualTo(4);
        assertThat(err()).isEqualTo("cache-audit: internal error: no tables\n");
    }

    @Test
    void exhaustedProgramIsCode4() {
        Dependencies exhausted = deps(directory -> {
            throw new StackOverflowError();
        });

        assertThat(run(exhausted, "audit", SAMPLE)).isEqualTo(4);
    }

    @Test
    void auditPrintsTheTable() {
        assertThat(run(deps(), "audit", SAMPLE)).isZero();
        assertThat(out()).startsWith("compute-17: ").contains("librbd 0.80.11-0ubuntu1.14.04.4");
    }

    @Test
    void auditPrintsTheAuditDocument() {
        assertThat(run(deps(), "audit", SAMPLE, "--format", "json")).isZero();
        assertThat(out()).isEqualTo("{\"host\":\"compute-17\",\"at\":\"1970-01-01T00:00:00Z\"}\n");
    }

    @Test
    void versionsGivenWin() {
        assertThat(run(deps(), "audit", SAMPLE, "--librbd", "0.87.2", "--oslo-config=1.9.4"))
                .isZero();
        assertThat(out()).contains("librbd 0.87.2").contains("oslo_config 1.9.4");
    }

    @Test
    void filesAreAuditedWithoutAHost(@TempDir Path dir) throws IOException {
        Path ceph = Files.writeString(dir.resolve("x"), "[client]\nrbd cache = true\n");
        Path versions = Files.writeString(dir.resolve("versions.json"), "{\"qemu\": \"2.2.0\"}");

        assertThat(run(deps(), "audit", ceph.toString(), versions.toString())).isZero();
        assertThat(out()).startsWith("candidate: ").contains("qemu 2.2.0");
    }

    @Test
    void explainRunsOverAHost() {
        assertThat(run(deps(), "explain", SAMPLE)).isZero();
        assertThat(out()).isNotBlank();
    }

    @Test
    void lookupAnswersItsArgument() {
        assertThat(run(deps(), "lookup", "{\"ask\": \"x\"}")).isZero();
        assertThat(out()).isEqualTo("[ask]\n");
    }

    @Test
    void lookupAnswersManyQuestions() {
        assertThat(run(deps(), "lookup", "{\"questions\": [{\"ask\": \"x\"}]}")).isZero();
        assertThat(out()).isEqualTo("[answers]\n");
    }

    @Test
    void rulesAreListed() {
        assertThat(run(deps(), "rules", "list")).isZero();
        assertThat(out()).isEqualTo("RULE  SEVERITY  SUBJECT  TITLE\n");
    }

    @Test
    void caseThatDoesNotHoldIsNamedAndCode2() {
        assertThat(run(deps(), "rules", "test")).isEqualTo(2);
        assertThat(out()).isEqualTo("a-b/fires does not hold\n    no rule has this id\n");
        assertThat(err()).isEqualTo("cache-audit: 1 of 1 cases do not hold\n");
    }

    @Test
    void brokenRulesOfTheCallerAreCode2AndOursCode4() {
        Dependencies broken = deps(directory -> {
            throw new RuleSource.LoadException(
                    List.of(new Problem(new Provenance("a/rule.yaml", 3, 1), "when: missing")));
        });

        assertThat(run(broken, "rules", "list", "--rules", SAMPLE)).isEqualTo(2);
        assertThat(err()).isEqualTo("cache-audit: a/rule.yaml:3:1: error: when: missing\n");
        assertThat(run(broken, "rules", "list")).isEqualTo(4);
    }

    private int run(Dependencies deps, String... args) {
        return Cli.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                deps);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static Dependencies deps() {
        return deps(directory -> new SampleRules());
    }

    private static Dependencies deps(Dependencies.Rules rules) {
        return new Dependencies(
                rules,
                CliTest::auditor,
                YamlTrees::new,
                (audit, stream) ->
                        text(stream, "{\"host\":\"" + audit.host() + "\",\"at\":\"" + audit.auditedAt() + "\"}"),
                (tree, stream) -> text(
                        stream,
                        tree instanceof Tree.Fields fields ? fields.fields().keySet() + "" : "?"),
                () -> question -> question,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static Auditor auditor(RuleSource source) {
        Precedence precedence =
                Precedence.from(source.precedence(), new ArrayList<>()).orElseThrow();
        return new Auditor(precedence, source.pack(), new YamlTrees());
    }

    private static void text(OutputStream stream, String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A pack without rules, whose one case is of a rule that it does not hold. */
    private static final class SampleRules implements RuleSource {
        @Override
        public Map<String, Tree> precedence() {
            return RuleDirectory.of(Path.of("rules")).precedence();
        }

        @Override
        public RulePack pack() {
            return new RulePack(new PackId("sample", "1", "sha256:1"), List.of());
        }

        @Override
        public List<RuleCase> cases() {
            return List.of(new RuleCase("a-b", "fires", new DocumentSet("candidate", Map.of(), List.of()), List.of()));
        }
    }
}
