package io.cacheaudit.adapter.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.cacheaudit.adapter.rest.WithoutDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithoutDatabase.class)
class ListPagesTest {
    private static final int MANY = 60;

    @BeforeEach
    void pushHosts() {
        for (int i = 0; i < MANY; i++) {
            given().contentType("application/json")
                    .body("{\"versions\": {\"qemu\": \"2.2.0\"}, \"documents\": []}")
                    .put("/api/v1/hosts/many-" + i + "/documents")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void fleetPageCountsHostsAndNamesWhatIsWorst() {
        assertThat(given().get("/").asString())
                .contains("/hosts?verdict=FAIL", "Hosts, worst first", "Newest findings", "QEMU by librbd")
                .contains("/rules/rbd-cache-without-writeback", "not sent", "fail");
    }

    @Test
    void filterStandsInTheFormAndInTheAddressOfTheNextPage() {
        String page = given().get("/hosts?name=MANY&verdict=FAIL&sort=name").asString();

        assertThat(page)
                .contains("value=\"MANY\"", "<option value=\"FAIL\" selected>", "60 hosts with these filters")
                .contains("/hosts?name=MANY&amp;verdict=FAIL&amp;sort=name&amp;page_token=next");
    }

    @Test
    void pageThatGoesOnLeadsBackToTheBeginning() {
        assertThat(given().get("/findings?severity=high&page_token=next").asString())
                .contains("<a href=\"/findings?severity=high\"", "First page", "The list goes on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hosts?name=many-1", "/findings?host=many-1", "/disks?host=many-1"})
    void resultsAloneAreSentIntoAPageThatStands(String address) {
        Response part = given().header("HX-Request", "true").get(address + "&sort=");

        part.then().statusCode(200).header("HX-Push-Url", address);
        assertThat(part.asString())
                .contains("<table", "hx-swap-oob=\"innerHTML:#count\"")
                .doesNotContain("<html", "<form", "<main");
    }

    @Test
    void emptyFiltersLeaveTheAddress() {
        given().redirects()
                .follow(false)
                .get("/findings?host=&rule=&severity=high&sort=")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/findings?severity=high"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/findings?severity=worst",
                "/findings?severity=high&severity=low",
                "/findings?page_token=foreign",
                "/hosts?verdict=green",
                "/hosts?colour=red",
                "/hosts/many-1?disks=-1",
                "/disks?mode=fast",
                "/disks?sort=size"
            })
    void filterThatIsNotUnderstoodIsRefused(String address) {
        given().get(address)
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("This address is not understood"));
    }

    @Test
    void hostileFilterIsShownHarmlessly() {
        String page = given().queryParam("host", "\"><script>alert(1)</script>\u202e")
                .get("/findings")
                .asString();

        assertThat(page)
                .contains("No finding is like that", "&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void listThatHoldsNothingSaysWhatToDo() {
        assertThat(given().get("/hosts?name=nobody").asString()).contains("No host is like that", "Show all hosts");
        assertThat(given().get("/findings?rule=nothing").asString()).contains("Show all open findings");
    }

    @Test
    void listIsAFileInTheWordsOfTheApi() {
        assertThat(given().get("/findings?host=many-1&status=FAIL").asString())
                .contains("/findings.csv?host=many-1&amp;status=FAIL&amp;open=true&amp;sort=severity");

        Response file = given().get("/findings.csv?host=many-1&status=FAIL&open=true&sort=severity");

        file.then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("findings.csv"));
        assertThat(file.asString())
                .contains("many-1,rbd-cache-without-writeback,high,FAIL")
                .doesNotContain("many-10", "UNKNOWN");
        assertThat(given().get("/disks.csv?host=many-1").asString().lines()).hasSize(3);
    }

    @Test
    void rulePageSaysWhenItFiresAndWhatItFound() {
        assertThat(given().get("/rules/rbd-cache-without-writeback").asString())
                .contains(
                        "source.protocol is rbd",
                        "rbd_cache.enabled &amp;&amp; drive_cache.mode",
                        "in every other case")
                .contains(" open findings</h2>", "/findings?rule=rbd-cache-without-writeback");
    }

    @Test
    void precedenceRowIsAPage() {
        assertThat(given().get("/precedence/rbd-qemu-first-flat").asString())
                .contains("&gt;=1.2.0 &lt;2.4.0", "drive_option", "the later write wins", "executed");
    }
}
