package io.cacheaudit.adapter.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.cacheaudit.adapter.rest.WithoutDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithoutDatabase.class)
class PageResourceTest {
    private static void push(String host, String lines) {
        given().contentType("application/json")
                .body("{\"documents\": [{\"kind\": \"mounts\", \"path\": \"/m\", \"content\": \"" + lines + "\"}]}")
                .put("/api/v1/hosts/" + host + "/documents")
                .then()
                .statusCode(200);
    }

    @Test
    void hostPageShowsDisksRisksLayersAndFindings() {
        push("page-host", "one");

        Response page = given().get("/hosts/page-host");

        page.then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .contentType("text/html");
        assertThat(page.asString())
                .contains("instance-00000068/vdb", "up to 24 MiB in rbd cache", "no bound", "nothing lost")
                .contains("overridden", "ignored", "rbd-qemu-first-flat", "rbd cache = false")
                .contains("element disk is not closed");
    }

    @Test
    void namesAreEscapedAndControlsNamed() {
        push("escaped", "one");

        String page = given().get("/hosts/escaped").asString();

        assertThat(page).contains("\\u{202e}disk&lt;script&gt;", "&lt;b&gt;does not&lt;/b&gt; reach a \\u{7} guest");
        assertThat(page).doesNotContain("<script", "<b>does", "\u0007", "\u202e");
    }

    @Test
    void pagesNameNoForeignAddressAndNoInlineStyle() {
        push("plain", "one");

        for (String address : new String[] {"/", "/hosts/plain"}) {
            String page = given().get(address).asString();
            assertThat(page)
                    .doesNotContain("<script", "<style", " style=", "//")
                    .contains("<main", "lang=\"en\"");
            assertThat(Pattern.compile("(href|src)=\"(?![/#])").matcher(page).find())
                    .isFalse();
        }
        given().get("/style.css").then().statusCode(200).contentType("text/css");
    }

    @Test
    void fleetPageListsHostsAndNewestFindings() {
        push("listed", "one");

        assertThat(given().get("/").asString())
                .contains("<a href=\"/hosts/listed\">listed</a>", "Newest findings", "rbd-cache-without-writeback");
    }

    @Test
    void manyDisksLeaveThePageUsable() {
        push("large", "x\\n".repeat(9_999));

        String page = given().get("/hosts/large").asString();

        assertThat(page).hasSizeLessThan(3_000_000).contains("Disks (10000)", "The first 200");
        assertThat(page.split("class=\"disk\"", -1)).hasSize(201);
        given().get("/api/v1/hosts/large/audit").then().statusCode(200);
    }

    @Test
    void unknownHostIsAPageOfItsOwn() {
        given().get("/hosts/never-seen").then().statusCode(404).contentType("text/html");
    }
}
