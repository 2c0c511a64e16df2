package io.cacheaudit.document.nova;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import io.cacheaudit.text.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OsloParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[x]\\na=1           | 2:1 | 2:3 | `1`",
                "[x]\\na = 1         | 2:1 | 2:5 | `1`",
                "[x]\\na : \"b c\"   | 2:1 | 2:6 | `b c`",
                "[x]\\n\u00e9\ud83d\ude00=\ud83d\ude00 b | 2:1 | 2:4 | `\ud83d\ude00 b`",
                "[x]\\na=            | 2:1 | 2:3 | ``",
                "[x]\\n\\ta=1        | -   | -   | ``",
                "[x]\\n\u00a0a=1    | 2:2 | 2:4 | `1`",
                "# c\\n\\n[x]\\n;\\na==b | 5:1 | 5:3 | `=b`"
            })
    void keyAndValueHavePositions(String text, String keyAt, String valueAt, String value) {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            NovaConf conf = parse(text.translateEscapes().replace("\n", lineEnd) + lineEnd);

            List<Assignment> assignments = conf.files().get(0).assignments();
            if (keyAt.equals("-")) {
                assertThat(assignments).isEmpty();
            } else {
                Assignment only = assignments.get(0);
                assertThat(place(only.keyAt())).isEqualTo(keyAt);
                assertThat(place(only.valueAt())).isEqualTo(valueAt);
                assertThat(only.value()).isEqualTo(value.translateEscapes());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1\\n                | 1:1 | before the first section",
                "\ufeff[x]\\na=1\\n   | 1:1 | byte-order mark",
                "[x]\\n  # c\\n        | 2:1 | continues no option",
                "[x]\\na=1\\n\\n b\\n  | 4:1 | continues no option",
                "[x] # c\\n            | 1:1 | text follows it",
                "[]\\n                 | 1:1 | without a name",
                "[x]\\nword\\n         | 2:1 | neither a section",
                "[x]\\n=1\\n           | 2:1 | without an option's name"
            })
    void parseErrorKeepsTheServiceFromStarting(String text, String at, String part) {
        NovaConf conf = parse(text.translateEscapes());

        assertThat(conf.serviceStarts()).isFalse();
        assertThat(place(conf.firstRefusal().orElseThrow().at())).isEqualTo(at);
        assertThat(conf.problems().get(0).message()).contains(part).doesNotContain("word");
    }

    @Test
    void lineAfterAParseErrorIsStillRead() {
        NovaConf conf = parse("a=1\n[x]\nbad\nb=2\n");

        assertThat(conf.problems()).hasSize(2);
        assertThat(conf.files().get(0).assignments())
                .extracting(Assignment::key)
                .containsExactly("b");
    }

    @Test
    void continuationLinesJoinAndKeepTheirPlaces() {
        Assignment joined = parse("[x]\na = p,\n\t q,\n  r\nb=1\n")
                .files()
                .get(0)
                .assignments()
                .get(0);

        assertThat(joined.value()).isEqualTo("p,\nq,\nr");
        assertThat(place(joined.at(joined.value().indexOf('q')))).isEqualTo("3:3");
        assertThat(place(joined.at(joined.value().indexOf('r')))).isEqualTo("4:3");
    }

    @Test
    void indentedOptionAndHeaderAreSwallowed() {
        NovaConf conf = parse("[x]\nb=1\n  a = 2\n  [libvirt]\n  disk_cachemodes=file=none\n  http://u\n");

        List<Swallowed> swallowed = conf.files().get(0).swallowed();
        assertThat(swallowed).extracting(Swallowed::section).containsExactly("x", "libvirt", "libvirt");
        assertThat(swallowed).extracting(Swallowed::key).containsExactly("a", null, "disk_cachemodes");
        assertThat(swallowed.get(2).swallowedBy().key()).isEqualTo("b");
        assertThat(place(swallowed.get(2).at())).isEqualTo("5:3");
        assertThat(conf.serviceStarts()).isTrue();
    }

    @Test
    void emptyAbsentAndUnreadableDocumentsAreThreeThings() {
        Document gone = new Document(Kind.NOVA_CONF, "b", Presence.ABSENT, new byte[0], null, null);
        Document locked = new Document(Kind.NOVA_CONF, "c", Presence.UNREADABLE, new byte[0], null, null);

        NovaConf conf = OsloParser.parse(List.of(Document.present(Kind.NOVA_CONF, "a", ""), gone, locked));

        assertThat(conf.files()).hasSize(1);
        assertThat(conf.problems()).isEmpty();
        assertThat(conf.unreadable()).containsExactly(locked);
    }

    @Test
    void bytesThatAreNotUtf8AreAProblemAndNoParseError() {
        byte[] bytes = "[x]\nab=?\n".getBytes(StandardCharsets.US_ASCII);
        bytes[7] = (byte) 0xe9;
        NovaConf conf = OsloParser.parse(List.of(Document.present(Kind.NOVA_CONF, "nova.conf", bytes)));

        assertThat(conf.serviceStarts()).isTrue();
        assertThat(conf.problems())
                .singleElement()
                .satisfies(problem -> assertThat(place(problem.at())).isEqualTo("2:4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[x]\na=\"", "=", ":", " ", "\r\n\r", "\0", "[x]\n\0=\0", "[x]\na='\n b'\n"})
    void hostileTextIsReadWithoutFailure(String text) {
        assertThat(parse(text).files()).hasSize(1);
    }

    @Test
    void randomTextsAndLongOnesAreReadWithoutFailure() {
        Random random = new Random(7);
        String alphabet = "a=:[] \t\r\n#;\"'$\\u00e9\ufeff\u2028";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(parse(text.toString()).files()).hasSize(1);
        }
        NovaConf lines = parse("[x]\n" + "a=1\n".repeat(FileParse.MAX_LINES + 10));
        assertThat(lines.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("the rest is not read"));
        assertThat(parse("[x]\na=" + "b".repeat(FileParse.MAX_CHARACTERS)).problems())
                .hasSize(1);
    }

    private static NovaConf parse(String text) {
        return OsloParser.parse(List.of(Document.present(Kind.NOVA_CONF, "nova.conf", text)));
    }

    private static String place(Provenance at) {
        return at.line() + ":" + at.column();
    }
}
