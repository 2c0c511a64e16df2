package io.cacheaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the packaged program in a real browser; the pictures stay in target/screenshots to be looked at. */
@NeedsTool("chromium")
final class PagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> BROWSER = List.of(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--window-size=1280,2400");

    private final Path home;

    PagesIT(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void showTheSampleHostWithItsCachesAndWhatACrashTakes() throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        String jar = System.getProperty("cache-audit.jar", "target/quarkus-app/quarkus-run.jar");
        try (RunningService demo = RunningService.start("java -jar " + jar + " demo", home)) {
            String fleet = "http://127.0.0.1:" + demo.port() + "/";

            assertThat(browse(fleet, "fleet")).contains("compute-17", "FAIL", "/hosts/compute-17");
            assertThat(browse(fleet + "hosts/compute-17", "host"))
                    .contains("instance-00000042", "rbd-cache-without-writeback", "/etc/ceph/ceph.conf")
                    .contains("Guest that never flushes", "up to 48 MiB in rbd cache", "Power loss");
        }
        assertThat(PICTURES.resolve("host.png")).isNotEmptyFile();
    }

    /** What the page is once the browser has it, and a picture of it beside. */
    private String browse(String url, String name) throws IOException, InterruptedException {
        browser("--screenshot=" + PICTURES.resolve(name + ".png").toAbsolutePath(), url);
        return browser("--dump-dom", url);
    }

    private String browser(String what, String url) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(BROWSER);
        command.addAll(List.of("--user-data-dir=" + Files.createTempDirectory(home, "browser"), what, url));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(url).isTrue();
        assertThat(process.exitValue()).as(url).isZero();
        return output;
    }
}
