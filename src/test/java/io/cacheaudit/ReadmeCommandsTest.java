package io.cacheaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadmeCommandsTest {
    @Test
    void readmeHoldsTheTwoCommandsAndOneThatServes() throws IOException {
        List<ReadmeCommands.Command> commands = ReadmeCommands.read();

        assertThat(commands)
                .filteredOn(ReadmeCommands.Command::builds)
                .extracting(ReadmeCommands.Command::text)
                .containsExactly(
                        "./mvnw -q -DskipTests package && java -jar target/quarkus-app/quarkus-run.jar demo",
                        "./mvnw verify");
        assertThat(commands).filteredOn(ReadmeCommands.Command::serves).hasSize(1);
        assertThat(commands).filteredOn(command -> !command.output().isEmpty()).hasSize(4);
    }

    @Test
    void outputIsComparedInOrderAndWithoutItsSpacing() {
        assertThat(ReadmeCommands.missingIn(List.of("a b", "c"), "x a   b\n y c"))
                .isEmpty();
        assertThat(ReadmeCommands.missingIn(List.of("c", "a b"), "x a   b\n y c"))
                .isEqualTo("a b");
    }
}
