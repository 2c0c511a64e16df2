package io.cacheaudit.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.audit.Auditor;
import io.cacheaudit.audit.RuleCase;
import io.cacheaudit.audit.RuleCases;
import io.cacheaudit.effective.Precedence;
import io.cacheaudit.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case beside the rules, and the same with each document and version taken away in turn. */
class RuleCasesTest {
    private static final RuleDirectory DIRECTORY = RuleDirectory.of(Path.of("rules"));
    private static final RuleCases RUNNER = new RuleCases(DIRECTORY, auditor());

    private static Auditor auditor() {
        List<Problem> problems = new ArrayList<>();
        Precedence precedence =
                Precedence.from(DIRECTORY.precedence(), problems).orElseThrow(() -> new AssertionError(problems));
        return new Auditor(precedence, DIRECTORY.pack(), new JsonTreeReader(1 << 20));
    }

    static Stream<Named<RuleCase>> cases() {
        return DIRECTORY.cases().stream().map(example -> Named.of(example.rule() + "/" + example.name(), example));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holds(RuleCase example) {
        assertThat(RUNNER.run(example).differences()).isEmpty();
    }
}
