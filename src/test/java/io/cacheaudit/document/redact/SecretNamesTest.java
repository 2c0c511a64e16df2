package io.cacheaudit.document.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The agent's lists of names are those of the server. */
class SecretNamesTest {
    private static final Path AGENT = Path.of("deploy/agent/redact-names.awk");

    @Test
    void theAgentKnowsTheSameNames() throws IOException {
        assertThat(agent("EXCEPTIONS")).containsExactlyInAnyOrderElementsOf(SecretNames.EXCEPTIONS);
        assertThat(agent("SECRET_ENDINGS")).containsExactlyInAnyOrderElementsOf(SecretNames.SECRET_ENDINGS);
        assertThat(agent("NOVA_NAMES")).containsExactlyInAnyOrderElementsOf(SecretNames.NOVA);
        assertThat(agent("CEPH_NAMES")).containsExactlyInAnyOrderElementsOf(SecretNames.CEPH);
        assertThat("(?:" + String.join("|", agent("PATH_ENDINGS")) + ")$").isEqualTo(SecretNames.PATH_NAME.pattern());
    }

    @Test
    void theAgentKnowsTheSameWords() throws IOException {
        String afterToken = "(?!_(?:" + String.join("|", agent("NOT_BEHIND_TOKEN")) + "))";
        String server = SecretNames.SECRET
                .pattern()
                .replace("secret(?!_uuid)", "secret")
                .replace("token" + afterToken, "token")
                .replace("|encryption_keys?$", "")
                .replace("|(?:^|[_.-])key$", "");

        assertThat(agent("SECRET_WORDS")).containsExactlyInAnyOrder(server.split("\\|"));
        assertThat(Files.readString(AGENT)).contains(")|encryption_keys?$|(^|[_.-])key$\"");
    }

    /** The words of a list: one string or several, one behind the other. */
    private static List<String> agent(String list) throws IOException {
        Matcher assignment =
                Pattern.compile("    " + list + " = (\"[^=]*\")\\n    [A-Zs]").matcher(Files.readString(AGENT));
        assertThat(assignment.find()).as(list).isTrue();
        return List.of(
                assignment.group(1).replaceAll("\"\\s*(\\\\\\n\\s*)?\"?", "").split(" "));
    }
}
