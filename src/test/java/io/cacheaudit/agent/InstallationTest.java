package io.cacheaudit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.NeedsTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator installs: the scripts are portable, the units are sound. */
final class InstallationTest {
    private static final String INSTALLED = "/usr/local/lib/cache-audit-agent/";

    private final Path dir;

    InstallationTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit " + process.waitFor();
    }

    @Test
    @NeedsTool("shellcheck")
    void scriptsArePortable() throws IOException, InterruptedException {
        assertThat(run(
                        "shellcheck",
                        "-s",
                        "sh",
                        "-x",
                        "-a",
                        Agent.HOME.resolve("cache-audit-agent").toString(),
                        "src/test/sh/three-hosts.sh"))
                .isEqualTo("exit 0");
    }

    @Test
    void everyPartIsReadByTheProgram() throws IOException {
        String program = Files.readString(Agent.HOME.resolve("cache-audit-agent"));
        try (Stream<Path> parts = Files.list(Agent.HOME.resolve("lib"))) {
            assertThat(parts.map(part -> ". \"$home/lib/" + part.getFileName() + "\""))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(program).contains(line));
        }
    }

    @Test
    @NeedsTool("systemd-analyze")
    void unitsAreAcceptedAndHardened() throws IOException, InterruptedException {
        for (String unit : List.of("cache-audit-agent.service", "cache-audit-agent.timer")) {
            String text = Files.readString(Agent.HOME.resolve(unit)).replace(INSTALLED, Agent.HOME + "/");
            Files.writeString(dir.resolve(unit), text);
        }
        String service = dir.resolve("cache-audit-agent.service").toString();

        assertThat(run(
                        "systemd-analyze",
                        "verify",
                        "--man=no",
                        service,
                        dir.resolve("cache-audit-agent.timer").toString()))
                .isEqualTo("exit 0");
        assertThat(run("systemd-analyze", "security", "--offline=true", "--threshold=30", service))
                .as("exposure at most 3.0")
                .endsWith("exit 0");
    }

    @Test
    void aRunHasTimeToTryForAsLongAsItMay() throws IOException {
        String service = Files.readString(Agent.HOME.resolve("cache-audit-agent.service"));
        String settings = Files.readString(Agent.HOME.resolve("lib/settings.sh"));

        assertThat(service).contains("TimeoutStartSec=1h");
        assertThat(settings).contains("retry_for=2400 ");
    }
}
