package io.cacheaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cacheaudit.Tables;
import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.text.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions of {@code cases/nova/oslo_ini_cases.jsonl}, answered by oslo.config 9.0.0 where {@code how} says so. */
class NovaOptionQuestionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NovaOptionQuestion QUESTION = new NovaOptionQuestion(Tables.nova()::oslo);

    static Stream<JsonNode> executedCases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/cases/nova/oslo_ini_cases.jsonl"))) {
            JsonNode row = JSON.readTree(line);
            if (row.path("argv").isEmpty() && row.path("env").isEmpty()) {
                cases.add(row);
            }
        }
        assertThat(cases).hasSizeGreaterThan(45);
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("executedCases")
    void answersAsOsloConfigDoes(JsonNode row) {
        ObjectNode question = JSON.createObjectNode();
        question.put("ask", "nova-option");
        question.put("oslo_config", "9.0.0");
        question.set("group", row.get("section"));
        question.set("option", row.get("key"));
        question.set("type", row.get("type"));
        row.get("files")
                .forEach(file -> question.withArray("documents")
                        .addObject()
                        .put("path", file.get("path").asText())
                        .put("content", file.get("text").asText()));
        for (String extra : List.of("deprecated_names", "other_options", "choices")) {
            if (row.has(extra)) {
                question.set(extra, row.get(extra));
            }
        }

        JsonNode answer = ask(question.toString());

        if (row.has("error")) {
            assertThat(answer.path("error")).isEqualTo(row.get("error"));
            assertThat(answer.path("line").asInt()).isPositive();
        } else {
            assertThat(answer.has("error")).isFalse();
            assertThat(answer.get("value")).isEqualTo(row.get("expected"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.1.0  | libvirt | list | [LibVirt]\\na=1\\n          | null",
                "1.2.0  | libvirt | list | [LibVirt]\\na=1\\n          | [\"1\"]",
                "1.2.0  | libvirt | list | [libvirt]\\na=\\n           | [\"\"]",
                "1.3.0  | libvirt | list | [libvirt]\\na=\\n           | []",
                "5.2.0  | libvirt | list | [libvirt]\\na=x,,\\n        | [\"x\",\"\",\"\"]",
                "6.0.0  | libvirt | list | [libvirt]\\na=x,,\\n        | [\"x\"]",
                "1.2.0  | libvirt | str  | [libvirt]\\na=\\\\$b\\n     | `\"\\\\2\"`",
                "1.3.0  | libvirt | str  | [libvirt]\\na=\\\\$b\\n     | `\"$b\"`",
                "1.3.0  | libvirt | str  | [libvirt]\\na=$b\\nb=1\\n   | `\"2\"`",
                "1.4.0  | libvirt | str  | [libvirt]\\na=$b\\nb=1\\n   | `\"1\"`",
                "1.11.0 | libvirt | str  | [libvirt]\\na=$libvirt.b\\nb=1\\n | TemplateSubstitutionError",
                "1.12.0 | libvirt | str  | [libvirt]\\na=$libvirt.b\\nb=1\\n | `\"1\"`",
                "3.21.0 | libvirt | str  | [libvirt]\\na=$b\\n         | `\"None\"`",
                "3.22.0 | libvirt | str  | [libvirt]\\na=$b\\n         | `\"\"`",
                "1.2.0  | libvirt | int  | [libvirt]\\na=\\n           | ConfigFileValueError",
                "1.3.0  | libvirt | int  | [libvirt]\\na=\\n           | null",
                "9.0.0  | libvirt | int  | [libvirt]\\na=1_0\\n        | 10",
                "9.0.0  | libvirt | float | [libvirt]\\na=1e2\\n       | 100.0",
                "9.0.0  | libvirt | bool | [libvirt]\\na=ON\\n         | true",
                "9.0.0  | libvirt | bool | [libvirt]\\na=maybe\\n      | ConfigFileValueError",
                "9.0.0  | libvirt | dict | `[libvirt]\\na=k:v,w,l: x:y \\n` | `{\"k\":\"v\",\"w,l\":\"x:y\"}`",
                "9.0.0  | libvirt | dict | `[libvirt]\\na=k:v,w \\n` | ConfigFileValueError",
                "9.0.0  | libvirt | str  | [libvirt]\\na=$a\\n         | RecursionError",
                "9.0.0  | libvirt | str  | [libvirt]\\na=$libvirt\\n   | TemplateSubstitutionError",
                "9.0.0  | libvirt | str  | [libvirt]\\na=$other.b\\n   | NoSuchGroupError",
                "9.0.0  | libvirt | str  | [libvirt]\\na=[]\\n[]\\n    | ConfigFileParseError"
            })
    void dialectFollowsTheRelease(String version, String group, String type, String content, String expected)
            throws JsonProcessingException {
        boolean own = content.contains("b=1") || version.equals("3.22.0") || version.equals("3.21.0");
        String others = "[{\"group\":\"DEFAULT\",\"name\":\"b\",\"type\":\"str\"}"
                + (own ? ",{\"group\":\"libvirt\",\"name\":\"b\",\"type\":\"str\"}]" : "]");
        String general = content.contains("$b") && !version.startsWith("3.2") ? "[DEFAULT]\\nb=2\\n" : "";

        JsonNode answer = ask("{\"ask\":\"nova-option\",\"group\":\"" + group + "\",\"option\":\"a\",\"type\":\"" + type
                + "\",\"oslo_config\":\"" + version + "\",\"other_options\":" + others
                + ",\"documents\":[{\"path\":\"nova.conf\",\"content\":\"" + general + content + "\"}]}");

        assertThat(
                        answer.has("error")
                                ? answer.get("error").asText()
                                : answer.get("value").toString())
                .isEqualTo(expected);
    }

    @Test
    void valueOnWhichAllReleasesAgreeNeedsNoVersion() {
        assertThat(ask(unversioned("x,y")).toString()).isEqualTo("{\"value\":[\"x\",\"y\"]}");
    }

    @Test
    void valueOnWhichReleasesDifferNamesTheMissingVersion() {
        JsonNode answer = ask(unversioned("x,"));

        assertThat(answer.get("value").isNull()).isTrue();
        assertThat(answer.at("/missing/0/name").asText()).isEqualTo("versions.oslo_config");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"ask\":\"nova-option\"} | missing",
                "{\"ask\":\"nova-option\",\"group\":\"a\",\"option\":\"b\",\"type\":\"port\",\"documents\":[]} | expected str",
                "{\"ask\":\"nova-option\",\"group\":\"a\",\"option\":\"b\",\"type\":\"str\",\"documents\":\"x\"} | documents",
                "{\"ask\":\"nova-option\",\"group\":\"a\",\"option\":\"b\",\"type\":\"str\",\"documents\":[3]} | documents",
                "{\"ask\":\"nova-option\",\"group\":\"a\",\"option\":\"b\",\"type\":\"str\",\"documents\":[],\"grup\":1} | grup",
                "{\"ask\":\"nova-option\",\"group\":\"a\",\"option\":\"b\",\"type\":\"str\",\"documents\":[],\"oslo_config\":\"x\"} | version"
            })
    void malformedQuestionIsAProblem(String question, String part) {
        assertThat(ask(question).path("problem").asText()).contains(part);
    }

    private static String unversioned(String value) {
        return "{\"ask\":\"nova-option\",\"group\":\"libvirt\",\"option\":\"a\",\"type\":\"list\","
                + "\"documents\":[{\"path\":\"nova.conf\",\"content\":\"[libvirt]\\na=" + value + "\\n\"}]}";
    }

    private static JsonNode ask(String json) {
        try {
            return json(QUESTION.answer((Tree.Fields) tree(JSON.readTree(json))));
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(json, notJson);
        }
    }

    private static Tree tree(JsonNode node) {
        byte[] bytes = node.toString().getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(
                new JsonTreeReader(1 << 24).read("question", bytes).value());
    }

    private static JsonNode json(Tree tree) {
        return tree.fold(
                scalar -> {
                    try {
                        return scalar.type() == Tree.Type.STRING
                                ? JSON.getNodeFactory().textNode(scalar.text())
                                : JSON.readTree(scalar.text());
                    } catch (JsonProcessingException notJson) {
                        throw new IllegalArgumentException(scalar.text(), notJson);
                    }
                },
                items -> {
                    var array = JSON.createArrayNode();
                    items.items().forEach(item -> array.add(json(item)));
                    return array;
                },
                fields -> {
                    ObjectNode object = JSON.createObjectNode();
                    fields.fields().forEach((name, field) -> object.set(name, json(field.value())));
                    return object;
                });
    }
}
