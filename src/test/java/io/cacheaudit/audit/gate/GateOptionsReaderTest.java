package io.cacheaudit.audit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.text.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateOptionsReaderTest {
    private static final String FINGERPRINT = "sha256:" + "0".repeat(64);

    private final GateOptionsReader reader = new GateOptionsReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'fail_on': 'hihg'}                                  | /fail_on          | 1:13",
                "{'fail_on': 1}                                       | /fail_on          | 1:13",
                "{'fail_on_unknown': 'true'}                          | /fail_on_unknown  | 1:21",
                "{'baseline': 'sha256:0'}                             | /baseline         | 1:14",
                "{'baseline': ['sha256:0']}                           | /baseline/0       | 1:15",
                "{'baseline': {'findings': [{}]}}                     | /baseline/findings/0 | 1:28",
                "{'waivers': {}}                                      | /waivers          | 1:13",
                "{'waivers': [1]}                                     | /waivers/0        | 1:14",
                "{'waivers': [{'rule': 'R', #}]}                      | /waivers/0/rule   | 1:23",
                "{'waivers': [{'rule': 'r', 'hots': 'x', #}]}         | /waivers/0/hots   | 1:28",
                "{'waivers': [{'rule': 'r', 'host': '-', #}]}         | /waivers/0/host   | 1:36",
                "{'waivers': [{'rule': 'r', 'subject': '', #}]}       | /waivers/0/subject | 1:39",
                "{'waivers': [{'rule': 'r', 'owner': 'o', 'expires': '2027-01-01'}]} | /waivers/0/reason | 1:14",
                "{'waivers': [{'rule': 'r', 'reason': ' ', 'owner': 'o', 'expires': '2027-01-01'}]} | /waivers/0/reason | 1:38",
                "{'waivers': [{'rule': 'r', 'reason': 'x', 'owner': 'o', 'expires': '2027-02-30'}]} | /waivers/0/expires | 1:68",
                "{'waivers': [{'rule': 'r', 'reason': 'x', 'owner': 'o', 'expires': '2027'}]} | /waivers/0/expires | 1:68"
            })
    void everyFaultIsSaidWithItsPlace(String body, String pointer, String position) {
        GateOptions options =
                reader.read(fields(body.replace("#", "'reason': 'x', 'owner': 'o', 'expires': '2027-01-01'")), "");

        assertThat(reader.problems()).hasSize(1);
        assertThat(reader.problems().get(0).pointer()).isEqualTo(pointer);
        assertThat(reader.problems().get(0).problem().at()).hasToString("body:" + position);
        assertThat(options.waivers().size()).isEqualTo(body.contains("hots") ? 1 : 0);
    }

    @Test
    void everyMemberIsRead() {
        GateOptions options = reader.read(
                fields("{'fail_on': 'low', 'fail_on_unknown': true, 'baseline': ['" + FINGERPRINT
                        + "'], 'waivers': [{'rule': 'r-s', 'host': 'A.b', 'subject': 'host', 'reason': 'x',"
                        + " 'owner': 'o', 'expires': '2027-01-01'}]}"),
                "");

        assertThat(reader.problems()).isEmpty();
        assertThat(options.failOn()).isEqualTo(Severity.LOW);
        assertThat(options.failOnUnknown()).isTrue();
        assertThat(options.baseline()).containsExactly(FINGERPRINT);
        assertThat(options.waivers()).hasSize(1);
        assertThat(options.waivers().get(0).host()).isEqualTo("a.b");
    }

    @Test
    void absentAndNullMembersHaveTheirDefaults() {
        assertThat(reader.read(fields("{'fail_on': null, 'waivers': null}"), ""))
                .isEqualTo(GateOptions.DEFAULT);
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void answerOfAGateIsABaseline() {
        Tree answer = fields("{'verdict': 'FAIL', 'findings': [{'rule': 'r', 'fingerprint': '" + FINGERPRINT + "'}]}");

        assertThat(reader.baseline(answer, "")).containsExactly(FINGERPRINT);
    }

    private static Tree.Fields fields(String body) {
        Tree tree = new JsonTreeReader(1 << 20)
                .read("body", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .value();
        return (Tree.Fields) Objects.requireNonNull(tree);
    }
}
