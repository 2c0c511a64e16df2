package io.cacheaudit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.NeedsTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Options, the configuration file and what is refused, with exit code 2, before anything is collected. */
@NeedsTool({"dash", "busybox", "curl"})
final class SettingsTest {
    private final Path dir;

    SettingsTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private static Path sample() {
        return Path.of("deploy", "sample-host").toAbsolutePath();
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void theConfigurationFileIsParsedAndNeverRun(String shell) throws IOException, InterruptedException {
        Path ran = dir.resolve("ran");
        try (FakeService service = new FakeService(FakeService.ACCEPTED, FakeService.Answer.of(204))) {
            Path config = Files.writeString(
                    dir.resolve("agent.conf"), """
                    # the service
                      server = %s/
                    host=Named-By-File
                    root=%s
                    state=%s
                    label.rack=$(touch %s); `touch %s`
                    """.formatted(service.url(), sample(), dir.resolve("state"), ran, ran));

            Agent.Run run = Agent.under(shell).run("--config", config.toString());
            Agent.Run option = Agent.under(shell).run("--config=" + config, "--host=by-option");

            assertThat(run.code()).as(run.errors()).isZero();
            assertThat(option.code()).as(option.errors()).isZero();
            assertThat(service.lines())
                    .containsExactly(
                            "PUT /api/v1/hosts/named-by-file/documents", "POST /api/v1/hosts/by-option/heartbeat");
        }
        assertThat(ran).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void theTokenIsSentAndStandsOnNoCommandLine(String shell) throws IOException, InterruptedException {
        Path token = Files.writeString(dir.resolve("token"), "t0ken\"\\x\n");
        Path trace = dir.resolve("trace");
        new Root(dir.resolve("tools"))
                .tool(
                        "curl",
                        "tr '\\0' ' ' </proc/$$/cmdline >>" + trace + "; env >>" + trace + "\nexec "
                                + "\"$(PATH=/usr/local/bin:/usr/bin:/bin command -v curl)\" \"$@\"");
        try (FakeService service = new FakeService()) {
            Agent.Run run = Agent.under(shell)
                    .withTools(dir.resolve("tools"))
                    .run(
                            "--server=" + service.url(),
                            "--root=" + sample(),
                            "--state=" + dir.resolve("state"),
                            "--token-file=" + token);

            assertThat(run.code()).as(run.errors()).isZero();
            assertThat(service.requests().get(0).header("Authorization")).isEqualTo("Bearer t0ken\"\\x");
        }
        assertThat(trace).content().contains("--config").doesNotContain("t0ken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--server | its value is missing",
                "--sever=http://a | unknown option --sever",
                "--server=ftp://a | neither http:// nor https://",
                "--server=http://a/\"x | a character that stands in none",
                "--interval=1h | expected a number of seconds, found 1h",
                "--host=-n | is none the service takes",
                "--ca-file=/nowhere | /nowhere: cannot be read",
                "--root=/nowhere | /nowhere: is no directory",
                "--config=/nowhere | /nowhere: cannot be read",
                "--token-file=/etc/passwd | a token is sent over https:// only",
                "extra | expected an option, found extra"
            })
    void whatIsWrongIsNamedBeforeAnythingIsDone(String argument, String message)
            throws IOException, InterruptedException {
        Agent.Run run = Agent.under("dash").run("--server", "http://a.example", argument);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errors()).contains(message);
        assertThat(run.output()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void helpNamesEveryExitCode(String shell) throws IOException, InterruptedException {
        Agent.Run run = Agent.under(shell).run("--help");

        assertThat(run.code()).isZero();
        assertThat(run.text()).contains("--dry-run", "0 the service has", "5 another run is under way");
        assertThat(Agent.under(shell).run("--version").text()).startsWith("cache-audit-agent ");
    }
}
