package io.cacheaudit.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.adapter.pack.RuleDirectory;
import io.cacheaudit.audit.Auditor;
import io.cacheaudit.audit.RuleSource;
import io.cacheaudit.effective.Precedence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate as a pipeline runs it: arguments in, exit code and bytes out, over the real rules. */
final class GateCommandTest {
    private static final String SAMPLE = "deploy/sample-host";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String UNSAFE = "unsafe";
    private static RuleSource rules;
    private static Path hosts;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void hosts(@TempDir Path dir) throws IOException {
        hosts = dir;
        rules = RuleDirectory.of(Path.of("rules"));
        host("fails", UNSAFE, "0.87.2");
        host("strict", "none", "0.87.2");
        Files.writeString(
                hosts.resolve("strict/etc/ceph/ceph.conf"),
                "[client]\nrbd cache = true\nrbd cache writethrough until flush = false\n");
        host("passes", "writeback", "0.87.2");
        host("tolerated", "none", "0.87.2");
        host("unknown", "none", null);
        host("fails-and-broken", UNSAFE, null);
        Files.writeString(domain("fails-and-broken").resolveSibling("vm2.xml"), "<domain><devices><disk");
        host("broken", "none", "0.87.2");
        Files.writeString(domain("broken"), "<domain><devices><disk");
        Files.createDirectories(hosts.resolve("empty"));
        Files.writeString(hosts.resolve("ceph.conf"), "[client]\nrbd cache = true\n");
        Files.writeString(hosts.resolve("lonely.xml"), Files.readString(domain("tolerated")));
    }

    private static void host(String name, String cache, @Nullable String librbd) throws IOException {
        Path root = hosts.resolve(name);
        Files.createDirectories(root.resolve("etc/ceph"));
        Files.createDirectories(root.resolve("etc/libvirt/qemu"));
        Files.writeString(root.resolve("etc/hostname"), name + "\n");
        Files.writeString(root.resolve("etc/ceph/ceph.conf"), "[client]\nrbd cache = true\n");
        Files.writeString(
                root.resolve("versions.json"),
                librbd == null ? "{\"qemu\": \"2.2.0\"}" : "{\"qemu\": \"2.2.0\", \"librbd\": \"" + librbd + "\"}");
        String driver = "<driver name='qemu' type='raw' cache='" + cache + "'/>";
        String source = cache.equals(UNSAFE)
                ? "<disk type='file' device='disk'>" + driver + "<source file='/var/lib/vda'/>"
                : "<disk type='network' device='disk'>" + driver + "<source protocol='rbd' name='vms/vda'/>";
        Files.writeString(
                domain(name),
                "<domain type='kvm'><name>vm1</name><devices>" + source
                        + "<target dev='vda' bus='virtio'/></disk></devices></domain>\n");
    }

    private static Path domain(String host) {
        return hosts.resolve(host).resolve("etc/libvirt/qemu/vm1.xml");
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "gate @fails, 1",
        "gate @fails --fail-on critical, 1",
        "gate @fails --fail-on-unknown, 1",
        "gate @strict, 1",
        "gate @strict --fail-on critical, 0",
        "gate @passes, 0",
        "gate @passes --fail-on-unknown, 0",
        "gate @tolerated, 0",
        "gate @tolerated --fail-on medium, 1",
        "gate @unknown, 0",
        "gate @unknown --fail-on-unknown, 3",
        "gate @fails-and-broken, 1",
        "gate @fails-and-broken --fail-on-unknown, 1",
        "gate @broken, 0",
        "gate @broken --fail-on-unknown, 3",
        "gate @lonely.xml --qemu 2.2.0 --librbd 0.87.2, 0",
        "gate @lonely.xml --qemu 2.2.0 --librbd 0.87.2 --fail-on-unknown, 3",
        "gate @empty, 2",
        "gate @no-such-directory, 2",
        "gate, 2",
        "gate @fails --fail-on severe, 2",
        "gate @fails --format yaml, 2",
        "gate @fails --output json, 2",
        "gate @fails --output yaml=@x, 2",
        "gate @fails --output json=@x --output text=@x, 2",
        "gate @fails --output json=@no-such-directory/x, 2",
        "gate @passes --output json=@no-such-directory/x, 2",
        "gate @passes --waivers @no-such-file, 2",
        "gate @passes --baseline @ceph.conf, 2",
        "gate @passes --strict, 2"
    })
    void verdictIsTheExitCode(String line, int code) {
        assertThat(run(line)).as(err()).isEqualTo(code);
        assertThat(err()).doesNotContain("Exception");
        if (code == 2) {
            assertThat(err()).startsWith("cache-audit: ");
            assertThat(out()).isEmpty();
        }
    }

    @Test
    void unknownIsSaidWhereItIsNoFailure() {
        run("gate @unknown");

        assertThat(err()).contains("the verdict is UNKNOWN, which is no pass");
        assertThat(out()).endsWith("unknown: UNKNOWN (fails on high)\n");
    }

    @Test
    void severalOutputsAreWrittenBesideStandardOutput() throws IOException {
        String outputs = " --output json=@o.json --output sarif=@o.sarif --output junit=@o.xml --output text=@o.txt";

        assertThat(run("gate @fails --format github" + outputs)).isEqualTo(1);

        assertThat(out()).startsWith("::error file=");
        assertThat(hosts.resolve("o.json")).content().startsWith("{\"host\":\"fails\"");
        assertThat(hosts.resolve("o.sarif")).content().contains("\"version\":\"2.1.0\"");
        assertThat(hosts.resolve("o.xml")).content().startsWith("<?xml");
        assertThat(hosts.resolve("o.txt")).content().endsWith("fails: FAIL (fails on high)\n");
    }

    @Test
    void outputThatCannotBeWrittenLeavesNoAnswerOnStandardOutput() throws IOException {
        Files.createDirectories(hosts.resolve("is-a-directory"));

        assertThat(run("gate @passes --output json=@is-a-directory")).isEqualTo(2);

        assertThat(out()).isEmpty();
        assertThat(err()).contains("is-a-directory cannot be written");
        assertThat(hosts.resolve("is-a-directory")).isDirectory();
    }

    @Test
    void answerServesAsBaseline() {
        run("gate @fails --output json=@base.json");

        assertThat(run("gate @fails --baseline @base.json")).isZero();
        assertThat(out()).contains("stands in the baseline");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02, 0", "2026-01-01, 1"})
    void waiverCountsUntilItExpiresAndThatIsSaid(String expires, int code) throws IOException {
        String waiver = "{\"rule\": \"%s\", \"reason\": \"scratch\", \"owner\": \"ops\", \"expires\": \"%s\"}";
        Files.writeString(
                hosts.resolve("waivers.json"),
                "[" + waiver.formatted("drive-cache-unsafe", expires) + ", "
                        + waiver.formatted("flushed-data-at-risk", expires) + "]");

        assertThat(run("gate @fails --waivers @waivers.json")).isEqualTo(code);
        assertThat(err().contains("the waiver of drive-cache-unsafe by ops expired on 2026-01-01"))
                .isEqualTo(code == 1);
    }

    @Test
    void faultOfAWaiverIsNamedWithItsPlace() throws IOException {
        Files.writeString(hosts.resolve("bad.json"), "[\n {\"rule\": \"a\", \"owner\": \"o\", \"expires\": \"soon\"}]");

        assertThat(run("gate @fails --waivers @bad.json")).isEqualTo(2);
        assertThat(err()).contains("bad.json:2:2: error: reason: missing", "bad.json:2:41: error: expires: expected");
    }

    @ParameterizedTest
    @CsvSource({
        "deploy/sample-host, deploy/sample-host/etc/ceph/ceph.conf",
        "./deploy/../deploy/sample-host/, deploy/sample-host/etc/ceph/ceph.conf",
        "deploy/sample-host/etc/ceph/ceph.conf, deploy/sample-host/etc/ceph/ceph.conf"
    })
    void reportsNameTheFileAsTheCallerFindsIt(String given, String path) {
        run("gate " + given + " --fail-on low --format gitlab");
        assertThat(out()).contains("\"path\":\"" + path + "\"");

        out.reset();
        run("gate " + given + " --format json");
        assertThat(out()).contains("\"document\":\"/etc/ceph/ceph.conf\"");
    }

    @Test
    void directoryOutsideTheWorkingDirectoryIsAFileUri() {
        run("gate @fails --format sarif");

        assertThat(out()).contains("\"uri\":\"file://" + hosts + "/fails/etc/libvirt/qemu/vm1.xml\"");
    }

    @Test
    void brokenProgramIsCode4() {
        Dependencies broken = deps(directory -> {
            throw new IllegalStateException("no tables");
        });

        assertThat(run(broken, "gate", SAMPLE)).isEqualTo(4);
        assertThat(out()).isEmpty();
    }

    private int run(String line) {
        return run(deps(directory -> rules), line.replace("@", hosts + "/").split(" "));
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

    private static Dependencies deps(Dependencies.Rules rules) {
        return new Dependencies(
                rules,
                GateCommandTest::auditor,
                GateCommandTest::json,
                (audit, stream) -> {},
                (tree, stream) -> {},
                () -> question -> question,
                CLOCK);
    }

    private static JsonTreeReader json() {
        return new JsonTreeReader(1 << 20);
    }

    private static Auditor auditor(RuleSource source) {
        Precedence precedence =
                Precedence.from(source.precedence(), new ArrayList<>()).orElseThrow();
        return new Auditor(precedence, source.pack(), json());
    }
}
