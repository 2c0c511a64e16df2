package io.cacheaudit.document.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.Tables;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.Versions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CephDialectsTest {
    private static CephDialects dialects;

    @BeforeAll
    static void readTables() throws IOException {
        dialects = Tables.cephDialects();
    }

    @ParameterizedTest
    @CsvSource({
        "0.67, LINES, false, STOPS, ceph-conf-lines",
        "14.2.21-1+deb11u3, LINES, false, STOPS, ceph-conf-lines",
        "15.1.0, SPIRIT, false, READS_EMPTY, ceph-conf-spirit",
        "16.2.15, SPIRIT, false, SKIPPED, ceph-conf-spirit-16.2.15",
        "16.2.15+ds-0+deb12u2, SPIRIT, true, SKIPPED, ceph-conf-spirit-16.2.15",
        "18.2.7+ds-1+deb13u1, SPIRIT, false, SKIPPED, ceph-conf-spirit-late",
        "20.2.4, SPIRIT, false, SKIPPED, ceph-conf-spirit-late",
    })
    void releaseChoosesItsRows(
            String librbd, CephGrammar grammar, boolean aborts, CephFileSearch.Unreadable unreadable, String row) {
        CephDialect dialect = dialects.dialects(versions(librbd)).only().orElseThrow();

        assertThat(dialect.grammar()).isEqualTo(grammar);
        assertThat(dialect.abortsOnNonAscii()).isEqualTo(aborts);
        assertThat(dialect.search().unreadable()).isEqualTo(unreadable);
        assertThat(dialect.rowIds()).hasSize(5).contains(row);
    }

    @Test
    void unknownReleaseGivesDialectsOfBothGrammarsToCompare() {
        CephDialects.Choice choice = dialects.dialects(Versions.of(Map.of()));

        Set<CephGrammar> grammars = choice.candidates().stream()
                .map(candidate -> candidate.dialect().grammar())
                .collect(Collectors.toSet());
        assertThat(grammars).containsExactlyInAnyOrder(CephGrammar.values());
        assertThat(choice.only()).isEmpty();
        assertThat(choice.missing()).extracting(Missing::name).containsExactly("versions.librbd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.56.7", "16.1.0", "21.0.0"})
    void releaseOutsideTheClaimsHasNoDialect(String librbd) {
        CephDialects.Choice choice = dialects.dialects(versions(librbd));

        assertThat(choice.candidates()).isEmpty();
        assertThat(choice.missing()).isNotEmpty();
    }

    @Test
    void wordThatNamesNoBehaviourIsAProblemAtItsRow() throws IOException {
        Map<String, Tree> trees = new LinkedHashMap<>();
        for (String file : CephDialects.FILES) {
            trees.put(file, Tables.trees().get(file));
        }
        Provenance at = new Provenance("ceph-float", 1, 1);
        trees.put("ceph-float", misspelt(at));
        List<Problem> problems = new ArrayList<>();

        CephDialects.from(trees, problems);

        assertThat(problems)
                .extracting(Problem::message)
                .anyMatch(message ->
                        message.startsWith("floats: expected one of") && message.endsWith("did you mean \"strict\"?"));
    }

    private static Tree misspelt(Provenance at) {
        Tree range = fields(at, Map.of("librbd", text(at, "*")));
        Tree row = fields(at, Map.of("id", text(at, "x"), "range", range, "floats", text(at, "strikt")));
        Map<String, Tree> table = Map.of(
                "table",
                text(at, "ceph-float"),
                "axes",
                text(at, "librbd"),
                "claims",
                new Tree.Items(at, List.of(range)),
                "rows",
                new Tree.Items(at, List.of(row)));
        return fields(at, table);
    }

    private static Tree fields(Provenance at, Map<String, Tree> values) {
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, new Tree.Field(at, value)));
        return new Tree.Fields(at, fields);
    }

    private static Tree text(Provenance at, String text) {
        return new Tree.Scalar(at, Tree.Type.STRING, text);
    }

    private static Versions versions(String librbd) {
        return Versions.of(Map.of("librbd", librbd));
    }
}
