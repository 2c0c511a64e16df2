package io.cacheaudit.adapter.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTreeReaderTest {
    private static Parsed<Tree> read(String text) {
        return new JsonTreeReader(1 << 20).read("t", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void placesCountCodePoints() {
        Tree.Fields fields = (Tree.Fields) requireNonNull(
                read("{\"\uD83D\uDE00\": 1, \"b\":\r\n  [true, null]}").value());

        assertThat(fields.at()).isEqualTo(new Provenance("t", 1, 1));
        assertThat(requireNonNull(fields.fields().get("\uD83D\uDE00")).keyAt()).isEqualTo(new Provenance("t", 1, 2));
        assertThat(requireNonNull(fields.get("\uD83D\uDE00")).at()).isEqualTo(new Provenance("t", 1, 7));
        assertThat(requireNonNull(fields.fields().get("b")).keyAt()).isEqualTo(new Provenance("t", 1, 10));
        Tree.Items items = (Tree.Items) requireNonNull(fields.get("b"));
        assertThat(items.at()).isEqualTo(new Provenance("t", 2, 3));
        assertThat(items.items().get(1).at()).isEqualTo(new Provenance("t", 2, 10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1, "a": 2}  | 1 | 10 | member stands twice, first at line 1, column 2
            {"a": 1           | 1 |  7 | the text ends inside a value
            {"a": hunter2}    | 1 |  7 | not valid JSON
            {} {}             | 1 |  3 | expected the end of the text behind the value
            """)
    void problemsHaveAPlaceAndEchoNothing(String text, int line, int column, String message) {
        Parsed<Tree> parsed = read(text);

        assertThat(parsed.value()).isNull();
        assertThat(parsed.problems()).hasSize(1);
        assertThat(parsed.problems().get(0).message()).isEqualTo(message);
        assertThat(parsed.problems().get(0).at().line()).isEqualTo(line);
        assertThat(parsed.problems().get(0).at().column()).isBetween(column, column + 2);
    }

    @Test
    void depthIsBoundedAtAHundred() {
        assertThat(read("[".repeat(100) + "]".repeat(100)).value()).isNotNull();
        assertThat(read("[".repeat(101) + "]".repeat(101)).value()).isNull();
        assertThat(read("[".repeat(100_000)).value()).isNull();
    }

    @Test
    void bytesAreBounded() {
        assertThat(new JsonTreeReader(4)
                        .read("t", "[1, 2]".getBytes(StandardCharsets.UTF_8))
                        .problems())
                .hasSize(1);
    }

    @Test
    void bytesThatAreNotUtf8AreAProblemWhereTheyStand() {
        Parsed<Tree> parsed = new JsonTreeReader(100).read("t", new byte[] {'[', '\n', '"', (byte) 0xff, '"', ']'});

        assertThat(parsed.value()).isNull();
        assertThat(parsed.problems().get(0).at()).isEqualTo(new Provenance("t", 2, 2));
    }

    @Test
    void emptyTextIsAProblem() {
        assertThat(read("").problems()).hasSize(1);
        assertThat(read(" \n").problems()).hasSize(1);
    }

    @Test
    void writtenTreeReadsTheSame() throws IOException {
        String text = "{\"b\":[1,2.50,-3e7,\"x\\u0007\\\"\",true,null],\"a\":{}}";
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new TreeJson().write(requireNonNull(read(text).value()), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }
}
