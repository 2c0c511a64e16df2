package io.cacheaudit.document.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.ceph.CephConf.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that make a careless parser slow, large or deep. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileCephConfTest {
    private static final int MANY = 100_000;
    private static final int MIB = 1 << 20;

    static Stream<String> inputs() {
        List<String> repeated = List.of(
                "[",
                "]",
                "=",
                "\"",
                "'",
                "\\",
                "#",
                ";",
                "\n",
                "\r",
                "\t",
                " ",
                "a",
                "\0",
                "\uFEFF",
                "\\\n",
                " \\\n",
                "[client]\n",
                "[a]\na=b\n",
                "a = b\n",
                "a b ",
                " #\n",
                "a=\"",
                "a = \\\n",
                "$a",
                "[client]\n \n \n",
                "é",
                "\\\r\n");
        return repeated.stream()
                .flatMap(piece -> Stream.of(
                        piece.repeat(MANY),
                        "[client]\n" + piece.repeat(MANY),
                        "[client]\na = " + piece.repeat(MANY) + "\n"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("inputs")
    void parsesInTime(String input) {
        for (CephGrammar grammar : CephGrammar.values()) {
            CephConf conf = parse(grammar, input.getBytes(StandardCharsets.UTF_8));

            assertThat(conf.path()).isEqualTo("ceph.conf");
        }
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {" ", "a ", "\\\n", "a=b\n", "#\n", "\0"})
    void parsesTheLargestDocumentInTime(String piece) {
        String text = "[client]\nx = " + piece.repeat((CephConfParser.MAX_BYTES - 64) / piece.length()) + "\n";
        for (CephGrammar grammar : CephGrammar.values()) {
            CephConf conf = parse(grammar, text.getBytes(StandardCharsets.UTF_8));

            assertThat(conf.path()).isEqualTo("ceph.conf");
        }
    }

    @Test
    void tooManyStatementsAreAProblemAndNotAnAnswer() {
        CephConf conf = parse(CephGrammar.LINES, "a=b\n".repeat(MIB).getBytes(StandardCharsets.UTF_8));

        assertThat(conf.state()).isEqualTo(State.TOO_LARGE);
        assertThat(conf.problems()).hasSize(1);
    }

    @Test
    void tooManyBytesAreAProblemAndNotAnAnswer() {
        CephConf conf = parse(CephGrammar.SPIRIT, new byte[CephConfParser.MAX_BYTES + 1]);

        assertThat(conf.state()).isEqualTo(State.TOO_LARGE);
        assertThat(conf.problems()).hasSize(1);
    }

    @Test
    void anyByteInAKeyIsReadOrRefused() {
        for (int value = 0; value < 1 << 8; value++) {
            for (byte next : "a=[]#;\"'\\\n\r\t \0\u0080".getBytes(StandardCharsets.ISO_8859_1)) {
                byte[] bytes = "[client]\na??b = c\n".getBytes(StandardCharsets.US_ASCII);
                bytes[10] = (byte) value;
                bytes[11] = next;
                for (CephGrammar grammar : CephGrammar.values()) {
                    assertThat(parse(grammar, bytes).state()).isIn(State.READ, State.REFUSED);
                }
            }
        }
    }

    private static CephConf parse(CephGrammar grammar, byte[] bytes) {
        return CephConfParser.parse(Document.present(Kind.CEPH_CONF, "ceph.conf", bytes), grammar, false);
    }
}
