package io.cacheaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of the README against the packaged program, in the order in which a reader meets them. */
@NeedsTool("curl")
final class ReadmeIT {
    private static final String JAR = "target/quarkus-app/quarkus-run.jar";
    private static final String PORT = "8080";

    private final Path home;

    ReadmeIT(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void everyCommandDoesWhatTheReadmeSays() throws IOException, InterruptedException {
        List<ReadmeCommands.Command> commands = ReadmeCommands.read();
        assertThat(commands).filteredOn(ReadmeCommands.Command::builds).hasSize(2);

        try (RunningService demo = RunningService.start("java -jar " + jar() + " demo", home)) {
            for (ReadmeCommands.Command command : commands) {
                if (command.serves()) {
                    RunningService.start(packaged(command.text()), home).close();
                } else if (!command.builds()) {
                    run(command, demo.port());
                }
            }
        }
    }

    private void run(ReadmeCommands.Command command, int port) throws IOException, InterruptedException {
        String text = packaged(command.text()).replace("127.0.0.1:" + PORT, "127.0.0.1:" + port);
        Path log = Files.createTempFile(home, "command", ".log");
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", text)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroy();
        String output = Files.readString(log);

        assertThat(ended).as("%s%n%s", text, output).isTrue();
        assertThat(process.exitValue()).as("%s%n%s", text, output).isZero();
        assertThat(ReadmeCommands.missingIn(command.output(), output))
                .as("%s%n%s", text, output)
                .isEmpty();
    }

    private static String packaged(String command) {
        return command.replace(JAR, jar());
    }

    private static String jar() {
        return System.getProperty("cache-audit.jar", JAR);
    }
}
