package io.cacheaudit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartupTest {
    @Test
    void printsThePushThatTheReadmeShows() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(readme).contains(Startup.PUSH_SAMPLE.formatted("http://127.0.0.1:8080") + "\n");
    }
}
