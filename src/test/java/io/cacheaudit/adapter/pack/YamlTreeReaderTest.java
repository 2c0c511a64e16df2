package io.cacheaudit.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeReaderTest {
    private static Parsed<Tree> read(String text) {
        return new YamlTreeReader().read("r.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Tree.Fields fields(String text) {
        Parsed<Tree> parsed = read(text);
        assertThat(parsed.problems()).isEmpty();
        return (Tree.Fields) Objects.requireNonNull(parsed.value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1\\n𝄞: [*x]            | r.yaml:2:5: error: aliases are not allowed
            a: &x {b: 1}\\nc: *x       | r.yaml:2:4: error: aliases are not allowed
            a: 1\\nb: 2\\na: 3         | r.yaml:3:1: error: duplicate key "a", first at r.yaml:1:1
            a: [1                      | r.yaml:1:6: error: malformed YAML: expected ',' or ']', but got <stream end>
            a: !!java.net.URL [x]      | r.yaml:1:4: error: malformed YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL
            a: !secret x               | r.yaml:1:4: error: tags are not allowed
            ? [a]\\n: 1                | r.yaml:1:3: error: expected a plain key
            a: "\\0"                   | r.yaml: error: not readable as YAML: a character that YAML forbids
            #                          | r.yaml: error: expected a document, found nothing
            a: 1\\n---\\nb: 2          | r.yaml:2:1: error: malformed YAML: but found another document
            """)
    void saysWhatIsWrongAndWhere(String text, String problem) {
        Parsed<Tree> parsed = read(text.replace("\\n", "\n").replace("\\0", "\0"));

        assertThat(parsed.value()).isNull();
        assertThat(parsed.problems()).extracting(Object::toString).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "on, STRING",
        "no, STRING",
        "true, BOOLEAN",
        "'\"true\"', STRING",
        "0.80, NUMBER",
        "-1e3, NUMBER",
        "1:30, STRING",
        "~, NULL",
        "2014-01-01, STRING",
        "0x10, STRING"
    })
    void scalarsHaveTheTypesOfYaml12(String text, Tree.Type type) {
        assertThat(fields("a: " + text).get("a"))
                .isInstanceOfSatisfying(
                        Tree.Scalar.class, scalar -> assertThat(scalar.type()).isEqualTo(type));
    }

    @Test
    void aScalarStandsWhereItsTextBegins() {
        Tree.Fields fields = fields("p: x\nq: \"x\"\nl: |\n  x\n  y\ns: 'x'\n𝄞k: x\n");

        assertThat(fields.fields().values())
                .extracting(field -> field.value().at().toString())
                .containsExactly("r.yaml:1:4", "r.yaml:2:5", "r.yaml:4:3", "r.yaml:6:5", "r.yaml:7:5");
    }

    @Test
    @Timeout(30)
    void boundsDepthAndSize() {
        assertThat(read("[".repeat(100_000)).problems())
                .extracting(Object::toString)
                .containsExactly("r.yaml:1:41: error: nested deeper than 40");
        assertThat(read("a: " + "x".repeat(1 << 20)).problems()).hasSize(1);
    }

    @Test
    void bytesThatAreNotUtf8AreAProblem() {
        Parsed<Tree> parsed = new YamlTreeReader().read("r.yaml", new byte[] {'a', ':', ' ', (byte) 0xff});

        assertThat(parsed.problems()).extracting(Object::toString).containsExactly("r.yaml: error: expected UTF-8");
    }
}
