package io.cacheaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The pages of the packaged program in a real browser; the pictures stay in target/screenshots to be looked at. */
@NeedsTool({"chromium", "chromedriver"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String DISK = "/hosts/compute-17/disks/instance-00000042/vda";
    private static final int MOST_TABS = 400;

    private final Path home;
    private RunningService demo;
    private Browser browser;

    PagesIT(@TempDir Path home) {
        this.home = home;
    }

    @BeforeAll
    void startDemo() throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        String jar = System.getProperty("cache-audit.jar", "target/quarkus-app/quarkus-run.jar");
        demo = RunningService.start("java -jar " + jar + " demo", home);
        pushHostile();
    }

    @AfterAll
    void stopDemo() {
        demo.close();
    }

    @BeforeEach
    void openBrowser() throws IOException {
        browser = new Browser(Files.createTempDirectory(home, "browser"));
        browser.look(1280, false);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void everyPageLooksRightWithoutComplaintsOrForeignRequests() throws IOException {
        for (Map.Entry<String, String> page : pages().entrySet()) {
            browser.open(at(page.getValue()));
            for (int width : new int[] {1280, 400}) {
                for (boolean dark : new boolean[] {false, true}) {
                    browser.look(width, dark);
                    browser.picture(PICTURES.resolve(page.getKey() + "-" + width + (dark ? "-dark" : "") + ".png"));
                    assertThat(browser.value("document.documentElement.scrollWidth"))
                            .as(page.getKey() + " fits into " + width)
                            .isEqualTo((long) width);
                }
            }
            assertThat(browser.count("h1")).as(page.getKey()).isEqualTo(1);
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.asked()).containsExactly("127.0.0.1:" + demo.port());
    }

    private Map<String, String> pages() {
        browser.open(at("/findings?host=compute-17"));
        String finding = browser.find("table a.message").getDomAttribute("href");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("fleet", "/");
        pages.put("hosts", "/hosts");
        pages.put("findings", "/findings");
        pages.put("finding", finding);
        pages.put("disks", "/disks");
        pages.put("host", "/hosts/compute-17");
        pages.put("disk", DISK);
        pages.put("rules", "/rules");
        pages.put("rule", "/rules/rbd-cache-without-writeback");
        pages.put("precedence", "/precedence/rbd-option-text-order");
        pages.put("hostile", "/hosts/hostile");
        pages.put("nothing-found", "/findings?host=nobody");
        return pages;
    }

    @Test
    void keyboardAloneLeadsFromTheFleetToTheDecidingLineOfADisk() {
        browser.open(at("/"));
        tabTo("document.activeElement.getAttribute('href') === '/hosts/compute-17'");
        browser.press(Keys.ENTER);
        assertThat(browser.address()).endsWith("/hosts/compute-17");

        tabTo("document.activeElement.getAttribute('href') === '" + DISK + "'");
        browser.press(Keys.ENTER);
        assertThat(browser.address()).endsWith(DISK);

        tabTo("document.activeElement.ariaLabel === '/etc/ceph/ceph.conf, line 10: decides'");
        assertThat(browser.value("document.activeElement.querySelector('.lit mark').textContent"))
                .isEqualTo("rbd cache = true");
        assertThat(browser.complaints()).isEmpty();
    }

    private void tabTo(String condition) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            browser.press(Keys.TAB);
            Object seen = browser.value("document.activeElement.matches(':focus-visible')"
                    + " && getComputedStyle(document.activeElement).outlineStyle !== 'none'");
            if (!Boolean.TRUE.equals(seen)) {
                throw new AssertionError(
                        "the focus is not seen on " + browser.value("document.activeElement.outerHTML"));
            }
            if (Boolean.TRUE.equals(browser.value(condition))) {
                return;
            }
        }
        throw new AssertionError("no way by keyboard to " + condition);
    }

    @Test
    void filtersSwapTheResultsAndStandInTheAddress() throws InterruptedException {
        browser.open(at("/findings"));
        browser.value("(window.sameDocument = true)");

        browser.find("#filter-severity").sendKeys("critical");
        await("new URL(location).searchParams.get('severity') === 'critical'");

        assertThat(browser.value("window.sameDocument")).isEqualTo(true);
        assertThat(browser.find("#count").getText()).contains("with these filters");
        assertThat(browser.count("table .badge.critical")).isPositive();
        assertThat(browser.count("table .badge.medium")).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    private void await(String condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!Boolean.TRUE.equals(browser.value(condition))) {
            assertThat(System.nanoTime()).as(condition).isLessThan(end);
            Thread.sleep(50);
        }
    }

    @Test
    void pagesWorkWithoutScripts() {
        browser.scripts(false);
        browser.open(at("/findings"));
        browser.find("#filter-host").sendKeys("compute-17");
        browser.find(".filters button").click();
        assertThat(browser.address()).endsWith("/findings?host=compute-17");
        assertThat(browser.text()).contains("compute-17").doesNotContain("compute-05");

        browser.open(at(DISK));
        browser.find("details:not([open]) > summary").click();
        assertThat(browser.count("details[open]")).isGreaterThan(2);
        assertThat(browser.text()).contains("rbd cache = true", "up to 48 MiB in rbd cache");
    }

    /** A host whose names try to be markup, to turn the text around, and to burst the page. */
    private void pushHostile() throws IOException, InterruptedException {
        String name = "&lt;img src=x onerror=alert(1)&gt;&#x202e;" + "x".repeat(4000);
        String domain = "<domain type='kvm'><name>" + name + "</name><devices><disk type='network' device='disk'>"
                + "<driver name='qemu' type='raw' cache='none'/><source protocol='rbd' name='pool/" + "y".repeat(4000)
                + "'/><target dev='vda&quot;&gt;&lt;b&gt;' bus='virtio'/></disk></devices></domain>";
        String body = "{\"versions\": {\"qemu\": \"2.2.0\", \"librbd\": \"0.80.11\"}, \"documents\": [{\"kind\":"
                + " \"libvirt-domain\", \"path\": \"/etc/libvirt/qemu/<script>alert(2)</script>.xml\", \"content\": \""
                + domain.replace("\"", "\\\"") + "\"}, {\"kind\": \"ceph.conf\", \"path\": \"/etc/ceph/ceph.conf\","
                + " \"content\": \"[client]\\nrbd cache = <script>alert(3)</script>\\n\"}]}";
        HttpRequest push = HttpRequest.newBuilder(URI.create(at("/api/v1/hosts/hostile/documents")))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(push, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + demo.port() + path;
    }
}
