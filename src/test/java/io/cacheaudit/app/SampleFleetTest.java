package io.cacheaudit.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cacheaudit.adapter.cli.HostReading;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.redact.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each host of the sample fleet is wrong or right in the way its README says. */
class SampleFleetTest {
    private static final String CONF = "document:/etc/ceph/ceph.conf#";
    private static final String NOVA = "document:/etc/nova/nova.conf";

    /** Verdict by host. */
    private static final Map<String, String> VERDICTS = new TreeMap<>(Map.ofEntries(
            Map.entry("compute-01", "PASS"),
            Map.entry("compute-02", "FAIL"),
            Map.entry("compute-03", "PASS"),
            Map.entry("compute-04", "FAIL"),
            Map.entry("compute-05", "FAIL"),
            Map.entry("compute-06", "UNKNOWN"),
            Map.entry("compute-07", "PASS"),
            Map.entry("compute-17", "FAIL"),
            Map.entry("compute-40", "UNKNOWN"),
            Map.entry("gluster-03", "UNKNOWN"),
            Map.entry("gluster-21", "FAIL"),
            Map.entry("local-01", "UNKNOWN")));

    /** Secrets by the place they stand in; the value is the last group. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("\\b\\w*(?:password|passwd|secret|secret_key)\\s*=\\s*['\"]?([^\\s'\"]+)"),
            Pattern.compile("[:,]key=([^:,\\s]+)"),
            Pattern.compile("(?m)^\\s*key\\s*=\\s*(\\S+)"),
            Pattern.compile("://[^:/\\s]+:([^@\\s]+)@"),
            Pattern.compile(",nova:([^@\\s]+)@"),
            Pattern.compile("\\b(AQ[A-Za-z0-9+/]{37,}=*)"));

    static List<String> hosts() {
        return List.copyOf(VERDICTS.keySet());
    }

    @Test
    void everyDirectoryIsAHostOfTheTableAndOfTheReadme() throws IOException {
        List<String> names = new ArrayList<>(List.of("compute-17"));
        for (Path directory : SampleHosts.directories()) {
            names.add(directory.getFileName().toString());
        }
        String readme = Files.readString(SampleHosts.FLEET.resolve("README.md"));

        assertThat(names).containsExactlyInAnyOrderElementsOf(VERDICTS.keySet());
        VERDICTS.forEach((host, verdict) -> assertThat(readme).contains("\n| " + host + " | " + verdict + " | "));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void hostHasItsNameAndItsVerdict(String host) {
        HostReading reading = SampleHosts.read(host);

        assertThat(reading.notes()).isEmpty();
        assertThat(reading.set().host()).isEqualTo(host);
        assertThat(AuditedJson.audit(reading.set()).path("verdict").asText()).isEqualTo(VERDICTS.get(host));
    }

    @Test
    void fleetHasSomeOfEachVerdict() {
        Map<String, Integer> counts = new HashMap<>();
        VERDICTS.values().forEach(verdict -> counts.merge(verdict, 1, Integer::sum));

        assertThat(counts).isEqualTo(Map.of("FAIL", 5, "UNKNOWN", 4, "PASS", 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compute-02 | FAIL high     | rbd-cache-without-writeback | disk:instance-00000021/vda
            compute-02 | FAIL high     | rbd-cache-without-writeback | disk:instance-0000002a/vdb
            compute-02 | FAIL low      | rbd-cache-without-writeback | disk:instance-0000002a/vdc
            compute-02 | FAIL medium   | cache-mode-overridden-by-ceph-conf | disk:instance-00000021/vda
            compute-03 | FAIL low      | ceph-conf-rbd-cache-overridden-by-cache-mode | disk:instance-00000021/vda
            compute-03 | FAIL medium   | disk-cachemodes-differs-from-running | disk:instance-0000002a/vdc
            compute-04 | FAIL high     | rbd-cache-without-writeback | disk:instance-00000a07/vdb
            compute-04 | FAIL medium   | ceph-conf-section-no-client-reads | CONF Client/rbd_cache
            compute-04 | FAIL medium   | ceph-conf-section-no-client-reads | CONF Client/rbd_cache_writethrough_until_flush
            compute-04 | FAIL medium   | ceph-conf-section-no-client-reads | CONF osd/rbd_cache_size
            compute-04 | FAIL info     | ceph-conf-section-no-client-reads | CONF client.libvirt/rbd_cache_max_dirty
            compute-04 | FAIL medium   | nova-conf-option-in-wrong-section | NOVA #DEFAULT/disk_cachemodes
            compute-04 | FAIL medium   | nova-conf-option-misspelt | NOVA #libvirt/disk_cachemode
            compute-04 | FAIL medium   | rbd-cache-max-dirty-above-size | disk:instance-00000a1c/vda
            compute-04 | FAIL medium   | rbd-format-not-raw | disk:old-erp/vda
            compute-05 | FAIL critical | drive-cache-unsafe | disk:instance-00000031/vda
            compute-05 | FAIL critical | flushed-data-at-risk | disk:instance-00000032/vda
            compute-05 | FAIL critical | flushed-data-at-risk | disk:scratch/vda
            compute-05 | FAIL medium   | ceph-conf-bad-value | CONF client/rbd_cache_writethrough_until_flush
            compute-05 | FAIL medium   | ceph-conf-line-skipped | CONF client.ci/rbd_cache_max_dirty_age
            compute-05 | FAIL medium   | nova-conf-bad-cachemode | NOVA #libvirt/disk_cachemodes
            compute-05 | FAIL low      | rbd-cache-target-dirty-above-max-dirty | disk:instance-00000035/vdb
            compute-06 | UNKNOWN critical | rbd-cache-without-writeback | disk:instance-00000087/vda
            compute-06 | UNKNOWN critical | drive-cache-unsafe | disk:instance-00000087/vdb
            compute-06 | UNKNOWN high     | rbd-cache-without-writeback | disk:instance-0000008c/vda
            compute-06 | FAIL medium      | disk-cachemodes-differs-from-running | disk:instance-0000008c/vda
            compute-17 | FAIL critical | drive-cache-unsafe | disk:instance-0000006b/vda
            compute-17 | FAIL medium   | ceph-conf-key-never-matches | CONF client/rbd_cache_writethrough_until_flush
            gluster-21 | FAIL high     | nova-conf-refused | NOVA
            local-01   | FAIL medium   | nova-conf-option-swallowed | NOVA #libvirt/images_type
            local-01   | FAIL medium   | disk-cachemodes-differs-from-running | disk:instance-00000201/vdb
            """)
    void hostShows(String host, String status, String rule, String subject) {
        String whole = subject.replace("CONF ", CONF).replaceFirst("^NOVA ?", NOVA);

        assertThat(findings(SampleHosts.audit(host))).contains(status + " " + rule + " " + whole);
    }

    @ParameterizedTest
    @CsvSource({"compute-01", "compute-07"})
    void hostAsItShouldBeHasNoFinding(String host) {
        assertThat(findings(SampleHosts.audit(host))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"local-01, /etc/libvirt/qemu/instance-0000020c.xml, 55", "gluster-21, /etc/nova/nova.conf, 27"})
    void brokenDocumentIsAProblemWithItsLine(String host, String document, int line) {
        JsonNode problems = SampleHosts.audit(host).path("problems");

        assertThat(problems).hasSize(1);
        assertThat(problems.path(0).path("document").asText()).isEqualTo(document);
        assertThat(problems.path(0).path("line").asInt()).isEqualTo(line);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void everyOtherHostIsReadWithoutAProblem(String host) {
        if (!List.of("local-01", "gluster-21").contains(host)) {
            assertThat(SampleHosts.audit(host).path("problems")).isEmpty();
        }
    }

    @Test
    void pairDiffersInNothingButItsNameAndItsQemu() throws IOException {
        Map<String, String> one = contents("compute-02");
        Map<String, String> two = contents("compute-03");

        List<String> differing = one.entrySet().stream()
                .filter(file -> !two.entrySet().contains(file))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(two.keySet()).isEqualTo(one.keySet());
        assertThat(differing).containsExactly("etc/hostname", "versions.json");
        assertThat(versions("compute-02").replace("1:2.3+dfsg-6", "1:2.4+dfsg-4"))
                .isEqualTo(versions("compute-03"));
    }

    @Test
    void withoutWordOfCephConfTheCacheIsConditionalAndNamesTheFile() {
        JsonNode setting = disk("compute-07", "instance-000000f3", "vda")
                .path("rbd_cache")
                .path("settings")
                .path("rbd_cache");

        assertThat(setting.path("value").asBoolean()).isTrue();
        assertThat(setting.path("conditional").asBoolean()).isTrue();
        assertThat(SampleHosts.audit("compute-07").toString()).contains("cat /etc/ceph/ceph.conf");
    }

    @Test
    void guestStartedBeforeTheUpgradeRunsAnotherModeThanItsDefinition() {
        JsonNode disk = disk("compute-06", "instance-0000008c", "vda");

        assertThat(disk.path("origin").asText()).isEqualTo("process");
        assertThat(disk.path("drive_cache").path("mode").asText()).isEqualTo("none");
        assertThat(disk.path("defined").path("drive_cache").path("mode").asText())
                .isEqualTo("writeback");
    }

    @Test
    void guestWhoseProgramWasReplacedOnDiskHasNoKnownMode() {
        JsonNode disk = disk("compute-06", "instance-00000087", "vda");

        assertThat(disk.path("drive_cache").path("mode").isNull()).isTrue();
        assertThat(disk.path("drive_cache").path("missing").path(0).path("name").asText())
                .isEqualTo("versions.qemu");
    }

    @Test
    void ciHostReportsEachMinute() throws IOException {
        String facts = Files.readString(SampleHosts.FLEET.resolve("compute-05/host-facts.json"));

        assertThat(facts).contains("\"interval_seconds\": 60,");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void everyInventedSecretIsMaskedBeforeItIsStored(String host) {
        for (Document document : SampleHosts.read(host).set().documents()) {
            assertThat(Redactor.redact(document).text()).as(document.path()).doesNotContain("not-a-real");
        }
    }

    @Test
    void filesHoldNoSecretThatCouldBeReal() throws IOException {
        for (Path file : SampleHosts.files(SampleHosts.FLEET)) {
            String text = text(file);
            for (Pattern pattern : SECRETS) {
                Matcher secret = pattern.matcher(text);
                while (secret.find()) {
                    assertThat(secret.group(1))
                            .as("%s: %s", file, secret.group())
                            .matches("not-a-real-.+|False");
                }
            }
        }
    }

    @Test
    void filesAreWrittenAsTheirProgramsWriteThem() throws IOException {
        for (Path file : SampleHosts.files(SampleHosts.FLEET)) {
            String text = text(file);
            assertThat(text).as(file.toString()).doesNotContain("\r", "\uFEFF", "\uFFFD");
            // Operators comment in their own language; nothing else here goes beyond ASCII.
            if (!file.endsWith("etc/ceph/ceph.conf") && !file.endsWith("README.md")) {
                assertThat(text).as(file.toString()).isASCII();
            }
            assertThat(text).as(file.toString()).doesNotContainPattern("[\u2010-\u201F\u00A0]");
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static Map<String, String> contents(String host) throws IOException {
        Path directory = SampleHosts.FLEET.resolve(host);
        Map<String, String> contents = new TreeMap<>();
        for (Path file : SampleHosts.files(directory)) {
            contents.put(directory.relativize(file).toString(), text(file));
        }
        return contents;
    }

    private static String versions(String host) throws IOException {
        return text(SampleHosts.FLEET.resolve(host).resolve("versions.json"));
    }

    private static JsonNode disk(String host, String domain, String target) {
        for (JsonNode disk : SampleHosts.audit(host).path("disks")) {
            if (disk.path("domain").asText().equals(domain)
                    && disk.path("target").asText().equals(target)) {
                return disk;
            }
        }
        throw new AssertionError("no disk " + domain + "/" + target + " on " + host);
    }

    private static List<String> findings(JsonNode audit) {
        List<String> findings = new ArrayList<>();
        for (JsonNode finding : audit.path("findings")) {
            findings.add(finding.path("status").asText() + " "
                    + finding.path("severity").asText() + " "
                    + finding.path("rule").asText() + " "
                    + finding.path("subject").asText());
        }
        return findings;
    }
}
