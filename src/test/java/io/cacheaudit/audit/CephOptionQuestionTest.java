package io.cacheaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cacheaudit.Tables;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CephOptionQuestionTest {
    private static final Path CASES = Path.of("src/test/resources/cases/ceph/ceph_conf_cases.jsonl");
    private static final Provenance QUESTION = Provenance.whole("question");

    private static CephOptionQuestion question;

    @BeforeAll
    static void readTables() throws IOException {
        question = new CephOptionQuestion(Tables.cephDialects(), Tables.librbdOptions());
    }

    /** One executed observation: the case, the version as asked, and what the real reader did. */
    record Observation(String name, Map<String, String> question, String outcome, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Observation> observations() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Observation> observations = new ArrayList<>();
        for (String line : Files.readAllLines(CASES)) {
            JsonNode each = json.readTree(line);
            each.get("all_versions").properties().forEach(version -> {
                // The build of 16.2.15 that was run is Debian's, whose assertions are on.
                String librbd = version.getKey().equals("16.2.15") ? "16.2.15+ds-0+deb12u2" : version.getKey();
                Map<String, String> asked = new LinkedHashMap<>();
                asked.put("ask", "ceph-option");
                asked.put("librbd", librbd);
                asked.put("home", "/h");
                asked.put("client", each.get("client").asText());
                asked.put("option", each.get("option").asText());
                asked.put("content_base64", each.get("conf_base64").asText());
                String name = each.get("id").asText() + "@" + version.getKey() + " "
                        + each.get("title").asText();
                observations.add(new Observation(
                        name,
                        asked,
                        version.getValue().get("outcome").asText(),
                        version.getValue().path("value").asText("")));
            });
        }
        return observations;
    }

    @ParameterizedTest
    @MethodSource("observations")
    void answersAsTheRealReaderDid(Observation observation) {
        Tree.Fields answer = ask(observation.question());

        assertThat(text(answer, "outcome")).isEqualTo(observation.outcome());
        if (observation.outcome().equals("file")
                || observation.outcome().equals("default")
                || observation.outcome().equals("refused")) {
            assertThat(comparable(text(answer, "value"))).isEqualTo(comparable(observation.value()));
        }
    }

    @Test
    void coversEveryCaseInEveryVersion() throws IOException {
        assertThat(observations()).hasSizeGreaterThan(2000);
    }

    @Test
    void pointsAtTheValueAndSaysWhyLinesAreIgnored() {
        Tree.Fields answer = ask(Map.of(
                "librbd", "0.87", "option", "rbd_cache", "content", "[client]\nrbd cache size\n  rbd cache = false\n"));

        assertThat(text(answer, "line")).isEqualTo("3");
        assertThat(text(answer, "column")).isEqualTo("15");
        Tree.Fields ignored = (Tree.Fields) Tree.items(answer.get("ignored")).get(0);
        assertThat(text(ignored, "line")).isEqualTo("2");
        assertThat(text(ignored, "why")).isEqualTo("the line has no =");
    }

    @Test
    void pointsAtTheFaultThatRefusesTheFile() {
        Tree.Fields answer = ask(Map.of(
                "librbd", "18.2.7", "option", "rbd_cache", "content", "[client]\nrbd cache = false\nrbd cache size\n"));

        assertThat(text(answer, "outcome")).isEqualTo("refused");
        assertThat(text(answer, "value")).isEqualTo("true");
        assertThat(text(answer, "line")).isEqualTo("3");
    }

    @Test
    void unknownVersionIsKnownOnlyWhereAllDialectsAgree() {
        Tree.Fields same = ask(Map.of("option", "rbd_cache", "content", "[client]\nrbd cache = false\n"));
        Tree.Fields other = ask(Map.of("option", "rbd_cache", "content", "[client]\nrbd cache\n"));

        assertThat(text(same, "value")).isEqualTo("false");
        assertThat(((Tree.Scalar) value(other, "value")).type()).isEqualTo(Tree.Type.NULL);
        assertThat(text((Tree.Fields) Tree.items(other.get("missing")).get(0), "name"))
                .isEqualTo("versions.librbd");
    }

    @Test
    void suffixBetweenTwoReleasesThatDifferIsUndetermined() {
        Tree.Fields open = ask(Map.of(
                "librbd", "19.2.0", "option", "rbd_cache_size", "content", "[client]\nrbd cache size = 64MiB\n"));
        Tree.Fields known = ask(
                Map.of("librbd", "19.2.0", "option", "rbd_cache_size", "content", "[client]\nrbd cache size = 64Mi\n"));

        assertThat(text((Tree.Fields) Tree.items(open.get("missing")).get(0), "name"))
                .isEqualTo("facts.ceph-size.librbd");
        assertThat(text(known, "value")).isEqualTo("67108864");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{option}                 | content_base64: missing",
                "{option,content64}       | content_base64: expected base64",
                "{content}                | option: missing",
                "{option,content,librbd}  | librbd: expected a version",
                "{option,content,client}  | client: expected an entity",
                "{content,unknownoption}  | option: expected one of",
                "{option,content,colour}  | unknown field \"colour\"",
            })
    void malformedQuestionIsAProblem(String parts, String message) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("librbd", parts.contains("librbd") ? "latest" : "0.87");
        if (parts.contains("option")) {
            asked.put("option", parts.contains("unknownoption") ? "rbd_cash" : "rbd_cache");
        }
        if (parts.contains("content64")) {
            asked.put("content_base64", "a");
        } else if (parts.contains("content")) {
            asked.put("content", "");
        }
        if (parts.contains("client")) {
            asked.put("client", "cinder");
        }
        if (parts.contains("colour")) {
            asked.put("colour", "blue");
        }

        assertThat(text(ask(asked), "problem")).contains(message);
    }

    @Test
    void releaseOutsideTheClaimsIsNullAndNamesWhatIsMissing() {
        Tree.Fields answer = ask(Map.of("librbd", "0.56.7", "option", "rbd_cache", "content", "[client]\n"));

        assertThat(((Tree.Scalar) value(answer, "value")).type()).isEqualTo(Tree.Type.NULL);
        assertThat(Tree.items(answer.get("missing"))).isNotEmpty();
    }

    private static Tree.Fields ask(Map<String, String> asked) {
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        asked.forEach((name, text) ->
                fields.put(name, new Tree.Field(QUESTION, new Tree.Scalar(QUESTION, Tree.Type.STRING, text))));
        return (Tree.Fields) question.answer(new Tree.Fields(QUESTION, fields));
    }

    private static Tree value(Tree.Fields fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    private static String text(Tree.Fields fields, String name) {
        return ((Tree.Scalar) value(fields, name)).text();
    }

    private static String comparable(String text) {
        return text.matches("-?[0-9]+\\.[0-9]+")
                ? String.valueOf(Double.parseDouble(text)).replaceAll("\\.0$", "")
                : text;
    }
}
