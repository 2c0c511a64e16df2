package io.cacheaudit.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.audit.Auditor;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
        Dependencies nothing = deps(() -> {
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
        Dependencies broken = deps(() -> {
            throw new IllegalStateException("no tables");
        });

        assertThat(run(broken, "audit", SAMPLE)).isEqualTo(4);
        assertThat(err()).isEqualTo("cache-audit: internal error: no tables\n");
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
        assertThat(out()).isEqualTo("{\"answer\":1}\n");
    }

    @Test
    void rulesAreListed() {
        assertThat(run(deps(), "rules", "list")).isZero();
        assertThat(out()).isEqualTo("RULE  SEVERITY  SUBJECT  TITLE\na-b   high      disk     A title\n");
    }

    @Test
    void failedCaseIsNamedAndCode2() {
        assertThat(run(deps(), "rules", "test")).isEqualTo(2);
        assertThat(out()).isEqualTo("a-b/fires: failed\n    expected FAIL\n");
        assertThat(err()).isEqualTo("cache-audit: 1 of 2 cases failed\n");
    }

    @Test
    void passedCasesAreCounted() {
        assertThat(run(deps(), "rules", "test", "--rules", SAMPLE)).isZero();
        assertThat(out()).isEqualTo("1 cases passed\n");
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
        return deps(SampleAuditor::make);
    }

    private static Dependencies deps(Supplier<Auditor> auditor) {
        return new Dependencies(
                auditor,
                FixedRules::new,
                YamlTrees::new,
                (audit, stream) ->
                        stream.write(("{\"host\":\"" + audit.host() + "\",\"at\":\"" + audit.auditedAt() + "\"}")
                                .getBytes(StandardCharsets.UTF_8)),
                question -> question.startsWith("{")
                        ? Parsed.of("{\"answer\":1}")
                        : new Parsed<>(null, List.of(new Problem(Provenance.whole("question"), "expected JSON"))),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** The program's own pack has a failing case, any directory's pack has none. */
    private static final class FixedRules implements Dependencies.Rules {
        @Override
        public Parsed<List<Dependencies.RuleLine>> list(@Nullable Path directory) {
            return Parsed.of(List.of(new Dependencies.RuleLine("a-b", "high", "disk", "A title")));
        }

        @Override
        public Parsed<List<Dependencies.CaseLine>> cases(@Nullable Path directory) {
            Dependencies.CaseLine silent = new Dependencies.CaseLine("a-b", "silent", List.of());
            return Parsed.of(
                    directory != null
                            ? List.of(silent)
                            : List.of(new Dependencies.CaseLine("a-b", "fires", List.of("expected FAIL")), silent));
        }
    }
}
