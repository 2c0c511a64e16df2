package io.cacheaudit.document.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.ceph.CephConf.Entry;
import io.cacheaudit.document.ceph.CephConf.State;
import io.cacheaudit.text.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CephConfParserTest {
    private static final String SAMPLE = """
            # 缓存
            [client]
              rbd cache = true # on
            \trbd_cache size\t= 1048576

            [client.cinder]
            log file = /日志/$name.log
            rbd cache max dirty age = "2.5"
            """;

    /** Lines and columns of the key and of the value, in code points. */
    @ParameterizedTest
    @CsvSource({
        "LINES, client, rbd_cache, 3, 3, 15",
        "SPIRIT, client, rbd_cache, 3, 3, 15",
        "LINES, client, rbd_cache_size, 4, 2, 19",
        "SPIRIT, client, rbd_cache_size, 4, 2, 19",
        "LINES, client.cinder, log_file, 7, 1, 12",
        "SPIRIT, client.cinder, log_file, 7, 1, 12",
        "LINES, client.cinder, rbd_cache_max_dirty_age, 8, 1, 27",
        "SPIRIT, client.cinder, rbd_cache_max_dirty_age, 8, 1, 27",
    })
    void entryKnowsWhereItsKeyAndItsValueStand(
            CephGrammar grammar, String section, String key, int line, int keyColumn, int valueColumn) {
        for (String text : List.of(SAMPLE, SAMPLE.replace("\n", "\r\n"))) {
            Entry entry = only(parse(grammar, text), section, key);

            assertThat(entry.keyAt().toString()).isEqualTo("ceph.conf:" + line + ":" + keyColumn);
            assertThat(entry.value().at().toString()).isEqualTo("ceph.conf:" + line + ":" + valueColumn);
        }
    }

    @ParameterizedTest
    @EnumSource(CephGrammar.class)
    void lineEndsOfWindowsChangeNothing(CephGrammar grammar) {
        assertThat(parse(grammar, SAMPLE.replace("\n", "\r\n"))).isEqualTo(parse(grammar, SAMPLE));
    }

    @Test
    void lastLineWithoutNewlineIsDroppedByTheLineParser() {
        CephConf conf = parse(CephGrammar.LINES, SAMPLE.stripTrailing());

        assertThat(conf.state()).isEqualTo(State.READ);
        assertThat(conf.lookup("client.cinder", "rbd_cache_max_dirty_age").found())
                .isEmpty();
        assertThat(conf.ignored()).singleElement().satisfies(line -> {
            assertThat(line.at().toString()).isEqualTo("ceph.conf:8:1");
            assertThat(line.looksLike()).isEqualTo("rbd_cache_max_dirty_age");
            assertThat(line.why()).isEqualTo("the last line does not end with a newline");
        });
    }

    /** Where the Spirit grammar refuses a file, and why. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "[client]~rbd cache = true|2:17|the last line does not end with a newline",
                "[client]~rbd cache = true~  |3:3|the last line does not end with a newline",
                "[client]|1:9|the last line does not end with a newline",
                "[client]~rbd cache~|2:1|the line has no =",
                "[client]~  rbd cache: true~|2:3|the line has no =",
                "  [client]~rbd cache = true~|1:3|the section header is indented",
                "[global]~a = b~\t[client]~|3:2|the section header is indented",
                "[client] x~|1:10|text follows the section header",
                "[client~rbd cache = true~|1:1|the section header is not closed, or holds a comment character",
                "[client#1]~|1:1|the section header is not closed, or holds a comment character",
                "[]~|1:1|the section header is empty",
                "a = b~c = d~|2:1|more than one key stands before the first section",
                "a = b~[client]~|2:1|more than one key stands before the first section",
                "~a = b~c = d~|2:1|a key stands before the first section",
                "[client]~ = x~|2:2|the line has no valid key",
                "[client]~a = \"b#c\"~|2:5|a comment character stands inside quotes",
                "[client]~a = \"b~c = d~|2:5|the quoted value is not closed",
                "[client]~a = 'b' c~|2:9|text follows the quoted value",
                "  ~[client]~|1:3|a line of white space stands where the grammar allows none",
                "[client]~\f~a = b~|2:1|a line of white space stands where the grammar allows none",
            })
    void refusalIsPositioned(String text, String at, String why) {
        Problem fault = Objects.requireNonNull(
                parse(CephGrammar.SPIRIT, text.replace('~', '\n')).fault());

        assertThat(fault.message()).isEqualTo(why);
        assertThat(fault.at().line() + ":" + fault.at().column()).isEqualTo(at);
    }

    /** Lines the line-by-line parser drops, and why. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "[client]~rbd cache~|2:1|rbd_cache|the line has no =",
                "[client~|1:1||the section header is not closed; its keys fall into the section above",
                "[ ]~|1:1||the section header is empty; its keys fall into the section above",
                "[a#b]~|1:1||the section header holds a comment character; its keys fall into the section above",
                "[a] b~|1:1||text follows the section header; its keys fall into the section above",
                "]~|1:1||the line begins with a bracket that closes nothing",
                "rbd #cache = 1~|1:1||the key holds a comment character",
                "rbd cache = \"1~|1:1|rbd_cache|the quoted value is not closed",
                "rbd cache = \"1\" x~|1:1|rbd_cache|text follows the quoted value",
                "= 1~|1:1||the line has no key",
                "# a \\~  rbd-cache = 1~|2:3|rbd_cache|the comment above ends with a backslash and swallows the line",
                "a = 1 # b \\~rbd cache = 1~|2:1|rbd_cache|the comment above ends with a backslash and swallows the line",
                "rbd cache = 1\\~|1:1|rbd_cache|the last line ends with a backslash",
            })
    void droppedLineIsPositioned(String text, String at, String looksLike, String why) {
        CephConf conf = parse(CephGrammar.LINES, text.replace('~', '\n'));

        assertThat(conf.state()).isEqualTo(State.READ);
        assertThat(conf.ignored()).singleElement().satisfies(line -> {
            assertThat(line.why()).isEqualTo(why);
            assertThat(line.looksLike()).isEqualTo(looksLike == null ? "" : looksLike);
            assertThat(line.at().toString()).isEqualTo("ceph.conf:" + at);
        });
    }

    @Test
    void bytesThatAreNotTextCostALineOrTheFile() {
        byte[] latin = "[client]\nlog file = /é\nrbd cache = 0\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] nul = "[client]\nlog file = /\0\nrbd cache = 0\n".getBytes(StandardCharsets.UTF_8);

        assertThat(parse(CephGrammar.LINES, latin).ignored())
                .extracting(CephConf.Ignored::why)
                .containsExactly("the line is not UTF-8");
        assertThat(parse(CephGrammar.LINES, nul).ignored())
                .extracting(CephConf.Ignored::why)
                .containsExactly("the line holds a NUL byte");
        assertThat(Objects.requireNonNull(parse(CephGrammar.SPIRIT, latin).fault())
                        .at()
                        .toString())
                .isEqualTo("ceph.conf:2:13");
        assertThat(parse(CephGrammar.SPIRIT, nul).state()).isEqualTo(State.READ);
    }

    @Test
    void keyAfterContinuationIsPointedAtWhereItStands() {
        CephConf lines = parse(CephGrammar.LINES, "[client]\nrbd \\\ncache = \\\n  true\n");
        CephConf spirit = parse(CephGrammar.SPIRIT, "[client]\nrbd cache = \\\n  true\n");

        assertThat(only(lines, "client", "rbd_cache").value().at().toString()).isEqualTo("ceph.conf:4:3");
        assertThat(only(spirit, "client", "rbd_cache").value().at().toString()).isEqualTo("ceph.conf:3:3");
        assertThat(only(spirit, "client", "rbd_cache").value().value()).isEqualTo("true");
    }

    @Test
    void assertionOfABuildTripsOnlyWhereTheGrammarAsksForBlanks() {
        assertThat(aborting("[client]\n# 缓存\nrbd cache = 0\n").state()).isEqualTo(State.READ);
        assertThat(aborting("[client]\nlog file = /日志\n").state()).isEqualTo(State.ABORTS);
        assertThat(Objects.requireNonNull(aborting("\uFEFF[client]\n").fault())
                        .at()
                        .toString())
                .isEqualTo("ceph.conf:1:1");
    }

    @ParameterizedTest
    @EnumSource(CephGrammar.class)
    void emptyFileIsReadAndHoldsNothing(CephGrammar grammar) {
        assertThat(parse(grammar, "").state()).isEqualTo(State.READ);
        assertThat(parse(grammar, "").lookup("client.admin", "rbd_cache").found())
                .isEmpty();
    }

    @Test
    void valuesOfIgnoredLinesAreNotRepeated() {
        assertThat(parse(CephGrammar.LINES, "key AQBsecret\nkey : AQBsecret\n")
                        .ignored()
                        .toString())
                .doesNotContainIgnoringCase("secret");
    }

    private static Entry only(CephConf conf, String section, String key) {
        List<Entry> entries = Objects.requireNonNull(
                Objects.requireNonNull(conf.sections().get(section)).get(key));
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static CephConf parse(CephGrammar grammar, String text) {
        return parse(grammar, text.getBytes(StandardCharsets.UTF_8));
    }

    private static CephConf parse(CephGrammar grammar, byte[] bytes) {
        return CephConfParser.parse(Document.present(Kind.CEPH_CONF, "ceph.conf", bytes), grammar, false);
    }

    private static CephConf aborting(String text) {
        return CephConfParser.parse(Document.present(Kind.CEPH_CONF, "ceph.conf", text), CephGrammar.SPIRIT, true);
    }
}
