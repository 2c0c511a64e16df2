package io.cacheaudit.adapter.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.cacheaudit.adapter.rest.WithoutDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithoutDatabase.class)
class HostPageResourceTest {
    private static final Pattern FINGERPRINT = Pattern.compile("/findings/(sha256:[0-9a-f]{64})");

    private static void push(String host, String lines) {
        given().contentType("application/json")
                .body("{\"documents\": [{\"kind\": \"mounts\", \"path\": \"/etc/ceph/ceph.conf\", \"content\": \""
                        + lines + "\"}]}")
                .put("/api/v1/hosts/" + host + "/documents")
                .then()
                .statusCode(200);
    }

    @Test
    void hostPageShowsDisksRisksLayersAndFindings() {
        push("page-host", "one");

        Response page = given().get("/hosts/page-host");

        page.then().statusCode(200).contentType("text/html").header("Cache-Control", equalTo("no-store"));
        assertThat(page.asString())
                .contains("instance-00000068/vdb", "up to 24 MiB in rbd cache", "no bound", "nothing lost")
                .contains(
                        "overridden", "ignored", "says nothing", "/precedence/rbd-qemu-first-flat", "rbd cache = false")
                .contains("element disk is not closed", "/etc/ceph/ceph.conf", "first audit that is kept");
    }

    @Test
    void decidingLineStandsBesideItsStack() {
        push("lines", "[global]\\n[client]\\nrbd cache = true\\nrbd cache size = 1");

        String page = given().get("/hosts/lines/disks/instance-00000068/vdb").asString();

        assertThat(page)
                .contains("/etc/ceph/ceph.conf, line 3: decides")
                .contains("<mark>rbd cache = true</mark><span class=\"role\">decides</span>")
                .contains("<span>[client]</span>", "<span>rbd cache size = 1</span>");
    }

    @Test
    void namesAreEscapedAndControlsNamed() {
        push("escaped", "one");

        String page = given().get("/hosts/escaped").asString();

        assertThat(page).contains("\\u{202e}disk&lt;script&gt;", "&lt;b&gt;does not&lt;/b&gt; reach a \\u{7} guest");
        assertThat(page).doesNotContain("<script>", "<b>does", "\u0007", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/hosts",
                "/findings",
                "/disks",
                "/rules",
                "/rules/rbd-cache-without-writeback",
                "/precedence/rbd-qemu-first-flat",
                "/hosts/plain",
                "/hosts/plain/disks/instance-00000068/vdb",
                "/hosts/never-seen",
                "/findings/none",
                "/rules/none",
                "/precedence/none"
            })
    void pagesLoadNothingFromElsewhereAndHoldNothingInline(String address) {
        push("plain", "one");

        Response answer = given().get(address);
        String page = answer.asString();

        answer.then()
                .contentType("text/html")
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header(
                        "Content-Security-Policy",
                        containsString("default-src 'none'; script-src 'self'; style-src 'self'"));
        assertThat(page)
                .doesNotContain("<style", " style=", " onclick", "NOT_FOUND", "{page", "{#")
                .contains("<main id=\"main\"", "lang=\"en\"", "<h1", "class=\"skip\"");
        assertThat(Pattern.compile("(href|src)=\"(?![/#])").matcher(page).find())
                .isFalse();
        assertThat(Pattern.compile("(href|src)=\"//").matcher(page).find()).isFalse();
        assertThat(page.split("<script", -1)).hasSize(2);
    }

    @Test
    void styleSheetsAndScriptAreThereAndMayBeKept() {
        Matcher links = Pattern.compile("(?:href|src)=\"(/(?:style|_static)/[^\"]+)\"")
                .matcher(given().get("/").asString());

        int found = 0;
        for (; links.find(); found++) {
            given().get(links.group(1)).then().statusCode(200).header("Cache-Control", containsString("immutable"));
        }
        assertThat(found).isEqualTo(5);
    }

    @Test
    void manyDisksLeaveThePageUsable() {
        push("large", "x\\n".repeat(9_999));

        String page = given().get("/hosts/large").asString();

        assertThat(page).hasSizeLessThan(600_000).contains("Disks (10000)", "1 to 100 of 10\u202f000 disks");
        assertThat(page.split("class=\"disk\"", -1)).hasSize(HostPages.PANELS + 1);
        assertThat(given().get("/hosts/large?disks=100").asString()).contains("9901 to 10000 of");
        given().get("/api/v1/hosts/large/audit").then().statusCode(200);
    }

    @Test
    void diskTableAloneIsSentIntoAPageThatStands() {
        push("swapped", "x\\n".repeat(300));

        Response part = given().header("HX-Request", "true").get("/hosts/swapped?disks=2");

        assertThat(part.asString()).contains("Disks 101 to 200").doesNotContain("<html", "<main");
    }

    @Test
    void findingHasAPageWithItsLine() {
        push("found", "[global]\\n[client]\\nrbd cache = true");
        Matcher fingerprint =
                FINGERPRINT.matcher(given().get("/findings?host=found").asString());
        assertThat(fingerprint.find()).isTrue();

        String page = given().get("/findings/" + fingerprint.group(1)).asString();

        assertThat(page)
                .contains("A guest that sees no write cache", "<mark>rbd cache = true</mark>", "Why it matters")
                .contains("/hosts/found/disks/instance-00000068/vdb", "a shutdown and start of each guest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/hosts/never-seen", "/hosts/plain-too/disks/no/disk", "/findings/x", "/rules/x", "/precedence/x"
            })
    void whatIsNotThereIsAPageOfItsOwn(String address) {
        push("plain-too", "one");

        given().get(address).then().statusCode(404).contentType("text/html").body(containsString("id=\"message\""));
    }

    @Test
    void databaseThatDoesNotAnswerIsAPageWithoutItsWords() {
        Response page = given().get("/hosts/broken");

        page.then().statusCode(503).header("Retry-After", equalTo("5"));
        assertThat(page.asString()).contains("The database does not answer").doesNotContain("db.example", "SELECT");
    }
}
