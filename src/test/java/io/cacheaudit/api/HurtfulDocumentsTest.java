package io.cacheaudit.api;

import static io.cacheaudit.api.Refusals.checkSilence;
import static io.cacheaudit.api.Sets.CACHE_ON;
import static io.cacheaudit.api.Sets.QEMU_2_2;
import static io.cacheaudit.api.Sets.domain;
import static io.cacheaudit.api.Sets.freshHost;
import static io.cacheaudit.api.Sets.get;
import static io.cacheaudit.api.Sets.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.cacheaudit.adapter.pack.RuleDirectory;
import io.cacheaudit.api.Sets.Doc;
import io.cacheaudit.app.PostgresForTests;
import io.cacheaudit.audit.RuleSource.LoadException;
import io.cacheaudit.document.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that hurt: each is a problem of the audit, with its place, while the others are audited. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HurtfulDocumentsTest {
    /** Listings of a host that has nothing to list. */
    private static final Set<Kind> MAY_SAY_NOTHING = EnumSet.of(Kind.MOUNTS, Kind.BLOCK_QUEUE);

    private static final String BAD = "/etc/libvirt/qemu/bad.xml";
    private static final byte[] NO_UTF_8 = {'<', 'a', '>', (byte) 0xff, (byte) 0xc3, '(', 0, (byte) 0xed, (byte) 0xa0};

    private final String host = freshHost();

    static Stream<Arguments> brokenDomains() {
        String laughs = IntStream.range(1, 10)
                .mapToObj(i -> "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">\n")
                .reduce("", String::concat);
        return Stream.of(
                Arguments.of("DTD", "<!DOCTYPE domain>\n" + Sets.xml("bad", "vda"), 1),
                Arguments.of(
                        "external entity",
                        "<!DOCTYPE domain [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<domain><name>&x;</name></domain>",
                        1),
                Arguments.of(
                        "external DTD",
                        "<?xml version='1.0'?>\n<!DOCTYPE domain SYSTEM 'http://127.0.0.1:1/x.dtd'>\n<domain/>",
                        2),
                Arguments.of(
                        "billion laughs",
                        "\n<!DOCTYPE domain [\n<!ENTITY a0 \"ha\">\n" + laughs
                                + "]>\n<domain><name>&a9;</name></domain>",
                        2),
                Arguments.of("cut off", "<domain>\n<name>bad</name>\n<devices>\n<disk>\n", 4),
                Arguments.of("unknown entity", "<domain>\n<name>&nbsp;</name></domain>", 2),
                Arguments.of("control character", "<domain>\n<name>a\u0007b</name></domain>", 2),
                Arguments.of("character reference 0", "<domain>\n<name>&#0;</name></domain>", 2),
                Arguments.of("depth", "\n" + "<a>".repeat(100_000), 2),
                Arguments.of("no XML", "\nhello", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenDomains")
    void brokenXmlIsAProblemBesideAGoodDomain(String name, String content, int line) {
        Response pushed = Sets.accepted(
                host, set(QEMU_2_2, CACHE_ON, domain("good", "vda"), new Doc("libvirt-domain", BAD, content)));

        List<Map<String, Object>> problems = pushed.path("problems");
        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem)
                        .as(name)
                        .containsEntry("document", BAD)
                        .containsEntry("line", line)
                        .containsKey("column"));
        checkSilence(pushed.asString());
        assertThat(pushed.asString()).doesNotContain("root:");
        JsonPath audit = get("/api/v1/hosts/{host}/audit", host).jsonPath();
        assertThat(audit.getList("disks.domain")).containsExactly("good");
        assertThat(audit.getString("verdict")).isNotEqualTo("PASS");
        assertThat(audit.getList("findings.rule")).contains("rbd-cache-without-writeback");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void emptyDocumentIsAProblemWhereTheKindNeedsContent(Kind kind) {
        Response pushed = Sets.accepted(host, set(QEMU_2_2, domain("good", "vda"), new Doc(kind.word(), "/empty", "")));

        boolean mayBeEmpty = kind == Kind.NOVA_CONF || kind == Kind.CEPH_CONF || MAY_SAY_NOTHING.contains(kind);
        if (!mayBeEmpty) {
            assertThat(pushed.<List<String>>path("problems.document")).contains("/empty");
        } else if (!MAY_SAY_NOTHING.contains(kind)) {
            assertThat(pushed.<List<String>>path("problems.document")).isEmpty();
        }
        checkSilence(pushed.asString());
        assertThat(get("/api/v1/hosts/{host}/audit", host).jsonPath().getList("disks"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void contentThatIsNotUtf8IsTaken(Kind kind) {
        Response pushed = Sets.accepted(
                host,
                Map.of(
                        "versions",
                        QEMU_2_2,
                        "documents",
                        List.of(domain("good", "vda"), Sets.bytes(kind.word(), "/bytes", NO_UTF_8))));

        checkSilence(pushed.asString());
        checkSilence(get("/hosts/{host}", host).asString());
        assertThat(get("/api/v1/hosts/{host}/audit", host).jsonPath().getList("disks"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void deepAndLongContentIsTaken(Kind kind) {
        for (String content : List.of(
                "[".repeat(100_000),
                "a=".repeat(100_000),
                "\n".repeat(100_000),
                " ".repeat(100_000),
                "\\\n".repeat(100_000))) {
            checkSilence(Sets.accepted(
                            host, set(QEMU_2_2, domain("good", "vda"), new Doc(kind.word(), "/long", content)))
                    .asString());
        }
        assertThat(get("/api/v1/hosts/{host}/audit", host).jsonPath().getList("disks"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a&#10;b",
                "a&#x85;b",
                "a&#x202e;b",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "a/b",
                "a#2",
                " ",
                "\ud834\udd1e",
                "..&#9;",
                "'\"&amp;"
            })
    void oddNamesOfDomainsAreAuditedAndShownHarmless(String name) {
        Response pushed = Sets.accepted(
                host,
                set(
                        QEMU_2_2,
                        CACHE_ON,
                        new Doc("libvirt-domain", "/etc/libvirt/qemu/odd.xml", Sets.xml(name, "vda", "vdb"))));

        checkSilence(pushed.asString());
        assertThat(get("/api/v1/hosts/{host}/audit", host).jsonPath().getList("disks"))
                .hasSize(2);
        for (String page : List.of("/hosts/" + host, "/")) {
            assertThat(Sets.withoutOwnScript(get(page).asString())).doesNotContain("<script", "\u202e", "\u0085");
        }
        List<String> fingerprints = get("/api/v1/findings?host=" + host).path("items.fingerprint");
        assertThat(fingerprints).isNotEmpty();
        fingerprints.forEach(fingerprint -> get("/api/v1/findings/{fingerprint}", fingerprint));
    }

    @Test
    void nulAndHalfCharactersInTextsAndPathsAreKeptApart() {
        String nul = "[client]\nrbd cache = tr\\u0000ue\nrbd cache size = \\ud800\n".replace("\n", "\\n");
        String set = "{\"versions\": {\"qemu\": \"2.2.0\", \"librbd\": \"0.87.2\"}, \"documents\": ["
                + "{\"kind\": \"ceph.conf\", \"path\": \"/etc/ceph/ceph.conf\", \"content\": \"" + nul + "\"},"
                + "{\"kind\": \"mounts\", \"path\": \"/\\ue000\\u202e\", \"content\": \"\\u0000\"},"
                + "{\"kind\": \"libvirt-domain\", \"path\": \"/vm.xml\", \"content\": \""
                + Sets.xml("vm1", "vda").replace("\n", "\\n") + "\"}]}";

        Response pushed = Sets.push(host, set);

        assertThat(pushed.statusCode()).isIn(200, 400);
        checkSilence(pushed.asString());
        if (pushed.statusCode() == 200) {
            get("/api/v1/hosts/{host}/audit", host);
            get("/api/v1/findings?host=" + host);
            get("/hosts/{host}", host);
        }
    }

    @Test
    void oneDomainOfTenThousandDisksIsAudited() {
        String[] targets = IntStream.range(0, 10_000).mapToObj(i -> "vd" + i).toArray(String[]::new);

        Sets.accepted(host, set(QEMU_2_2, CACHE_ON, domain("vm", targets)));

        get("/api/v1/hosts/{host}", host).then().body("disks", equalTo(10_000));
    }

    @Test
    void twoDocumentsOfOnePathAreAProblem() {
        List<Doc> twice = new ArrayList<>(List.of(domain("vm1", "vda"), domain("vm1", "vda")));
        Response answer = Sets.push(host, set(QEMU_2_2, twice.toArray(Doc[]::new)));

        assertThat(answer.statusCode()).isIn(200, 400);
        checkSilence(answer.asString());
    }

    @Test
    void aliasInARuleIsRefusedWithItsPlace(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("pack.yaml"), "name: p\nversion: \"1\"\n");
        Path rule = Files.createDirectories(directory.resolve("family/one")).resolve("rule.yaml");
        Files.writeString(rule, "title: &t One\nwhy: *t\n");

        assertThatThrownBy(() -> RuleDirectory.of(directory))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("family/one/rule.yaml:2:6: error: aliases are not allowed");
    }
}
