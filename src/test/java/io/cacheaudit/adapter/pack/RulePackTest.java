package io.cacheaudit.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.audit.RuleCase;
import io.cacheaudit.finding.Status;
import io.cacheaudit.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule of the pack, whatever it says. */
class RulePackTest {
    private static final RuleDirectory DIRECTORY = RuleDirectory.of(Path.of("rules"));
    private static final List<RuleCase> CASES = DIRECTORY.cases();
    /** The parts of the vocabulary that versions and documents decide together, and that can be unknown. */
    private static final List<String> DERIVED =
            List.of("rbd_cache.", "drive_cache.", "durability.", "nova.", "ceph_conf.");

    static Stream<Named<Rule>> rules() {
        return DIRECTORY.pack().rules().stream().map(rule -> Named.of(rule.id(), rule));
    }

    private static List<RuleCase> cases(Rule rule) {
        return CASES.stream()
                .filter(example -> example.rule().equals(rule.id()))
                .toList();
    }

    private static boolean expects(Rule rule, Set<Status> statuses) {
        return cases(rule).stream()
                .flatMap(example -> example.expectations().stream())
                .anyMatch(expected -> statuses.contains(expected.status()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasACaseThatFiresAndOneThatIsSilent(Rule rule) {
        assertThat(expects(rule, Set.of(Status.FAIL))).as("a case that fires").isTrue();
        assertThat(expects(rule, Set.of(Status.PASS, Status.NOT_APPLICABLE)))
                .as("a case that is silent")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasAnUnknownCaseWhereEvidenceCanBeMissing(Rule rule) {
        boolean canMiss =
                rule.fields().stream().anyMatch(field -> DERIVED.stream().anyMatch(field::startsWith));

        assertThat(!canMiss || expects(rule, Set.of(Status.UNKNOWN))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRemediationCanBeCopiedOrNamesTheLine(Rule rule) {
        assertThat(rule.texts().remediation().text()).matches("(?s).*(`[^`]+`|\\{(setting\\.line|document\\.path)}).*");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyExceptionNamesWhatAFiringCaseHolds(Rule rule) {
        assertThat(rule.exceptions())
                .allSatisfy(exception -> assertThat(cases(rule))
                        .anySatisfy(example -> assertThat(Stream.concat(
                                        example.set().documents().stream()
                                                .map(document -> document.kind().word()),
                                        example.set().versions().keySet().stream()
                                                .map(word -> "versions." + word)))
                                .contains(exception.without())));
    }
}
