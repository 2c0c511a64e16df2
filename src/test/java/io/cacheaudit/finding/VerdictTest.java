package io.cacheaudit.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.version.Component;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final String SEVERE = "severe";

    private static Finding finding(String rule, Status status, Severity severity) {
        return new Finding(
                rule,
                severity,
                status,
                Subject.HOST,
                "sha256:" + rule,
                "m",
                "w",
                "r",
                FixRisk.NONE,
                false,
                List.of(Component.QEMU.missing()),
                List.of());
    }

    /** Source: contract.md section 1, verdict. The rule "severe" can be critical, "mild" at most medium. */
    @ParameterizedTest
    @CsvSource({
        "FAIL severe high, false, FAIL",
        "FAIL severe medium, false, PASS",
        "FAIL mild medium, false, PASS",
        "UNKNOWN severe low, false, UNKNOWN",
        "ERROR severe low, false, UNKNOWN",
        "UNKNOWN mild medium, false, PASS",
        "UNKNOWN severe low+FAIL severe critical, true, FAIL",
        "'', true, UNKNOWN",
        "'', false, PASS"
    })
    void aFailAtTheThresholdBeatsAnUnknownThatBeatsAPass(String findings, boolean unparsed, Verdict verdict) {
        List<Finding> all = new ArrayList<>();
        for (String text : findings.isEmpty() ? new String[0] : findings.split("\\+")) {
            String[] words = text.split(" ");
            all.add(finding(
                    words[1],
                    Status.of(words[0]).orElseThrow(),
                    Severity.of(words[2]).orElseThrow()));
        }

        Verdict found = Verdict.of(
                all, rule -> rule.equals(SEVERE) ? Severity.CRITICAL : Severity.MEDIUM, unparsed, Severity.HIGH);

        assertThat(found).isEqualTo(verdict);
    }
}
