package io.cacheaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ToolConditionTest {
    private static final String PATH = System.getenv("PATH");

    @Test
    void installedToolLetsTheTestRun() {
        assertThat(new ToolCondition(Map.of("PATH", PATH))
                        .evaluate("PageIT", "sh")
                        .isDisabled())
                .isFalse();
    }

    @Test
    void absentToolSkipsTheTestByName() {
        var result = new ToolCondition(Map.of("PATH", PATH)).evaluate("PageIT", "sh", "no-such-tool");

        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).hasValue("PageIT needs no-such-tool");
    }

    @Test
    void absentToolFailsInCi() {
        ToolCondition condition = new ToolCondition(Map.of("PATH", PATH, "CI", "true"));

        assertThatThrownBy(() -> condition.evaluate("PageIT", "no-such-tool"))
                .hasMessage("PageIT needs no-such-tool, and with CI=true nothing is skipped");
    }
}
