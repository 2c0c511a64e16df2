package io.cacheaudit.document.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.nova.Assignment;
import io.cacheaudit.document.nova.NovaConf;
import io.cacheaudit.document.nova.OsloParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RedactorTest {
    private static final Path CASES = Path.of("src/test/resources/redaction/cases.json");
    private static final Set<Kind> ESCAPING = EnumSet.of(
            Kind.LIBVIRT_DOMAIN,
            Kind.GLUSTER_VOLUME,
            Kind.BRICK,
            Kind.BLOCK_DEVICES,
            Kind.HOST_FACTS,
            Kind.QEMU_QUERY_BLOCK,
            Kind.CEPH_OVERRIDES);
    private static final List<String> PIECES = List.of(
            "password",
            "=",
            " = ",
            ":",
            "key",
            "rbd_user",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "[x]",
            "#",
            ";",
            "\\",
            "\"",
            "'",
            "$",
            "{",
            "}",
            "[",
            "]",
            ",",
            "<",
            ">",
            "</a>",
            "<a b='",
            "&amp;",
            "&#65;",
            "http://u:",
            "@",
            "/",
            "%",
            "AQBkCltaDx4kORAAwD1yTvHLx6yyzVGFo7Yw1w==",
            "secret,",
            "data=",
            "\"qom-type\":\"secret\"",
            "é",
            "\ud83d\ude00",
            "\\u0041",
            "x",
            "12",
            "true",
            "\u00a0",
            "\ufeff",
            "--key ",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "*");

    static Stream<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        new ObjectMapper().readTree(Files.readAllBytes(CASES)).forEach(cases::add);
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void secretsAreMaskedAndNothingElse(JsonNode row) {
        Kind kind = Kind.of(row.get("kind").asText()).orElseThrow();

        Document masked = Redactor.redact(Document.present(kind, "path", bytes(row, "in")));

        assertThat(new String(masked.content(), StandardCharsets.ISO_8859_1))
                .as(row.get("title").asText() + "\n" + masked.text())
                .isEqualTo(new String(bytes(row, "out"), StandardCharsets.ISO_8859_1));
        assertThat(Redactor.redact(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasACase(Kind kind) throws IOException {
        assertThat(cases().map(row -> row.get("kind").asText())).contains(kind.word());
    }

    @Test
    void randomTextsKeepTheirShapeAndASecondPassChangesNothing() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length >= 0; length--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
            if (i % 4 == 0) {
                content[random.nextInt(content.length)] = (byte) 0xff;
            }
            Kind kind = Kind.values()[i % Kind.values().length];

            Document once = Redactor.redact(Document.present(kind, "path", content));

            assertThat(Redactor.redact(once)).as("%s %s", kind, text).isEqualTo(once);
            if (!ESCAPING.contains(kind)) {
                assertSameShape(ByteText.decode(content), ByteText.decode(once.content()));
            }
        }
    }

    @Test
    void bytesSurviveDecodingWhateverTheyAre() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            assertThat(ByteText.encode(ByteText.decode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void novaFactsAreTheSameBeforeAndAfter() {
        Document original = Document.present(Kind.NOVA_CONF, "nova.conf", """
                [DEFAULT]
                transport_url = rabbit://u:p@h
                  more
                rbd_user = old
                [libvirt]
                password = "a=b
                  [c]"
                disk_cachemodes = "network=writeback",
                  file=none
                images_rbd_pool: vms
                rbd_user = é nova
                  password = x
                rbd_secret_uuid=1-2
                """);
        Document masked = Redactor.redact(original);

        assertThat(masked).isNotEqualTo(original);
        assertThat(known(masked)).isEqualTo(known(original)).hasSize(5);
        assertThat(masked.text()).doesNotContain("more", "u:p", "= x");
    }

    private static List<String> known(Document document) {
        NovaConf conf = OsloParser.parse(List.of(document));
        List<String> known = new ArrayList<>();
        for (Assignment assignment : conf.files().get(0).assignments()) {
            if (assignment.key().startsWith("rbd_")
                    || assignment.key().startsWith("images_")
                    || assignment.key().equals("disk_cachemodes")) {
                known.add(assignment.section()
                        + assignment.keyAt()
                        + assignment.valueAt()
                        + assignment.value().replaceFirst("(?s)password = .*", ""));
            }
        }
        return known;
    }

    private static void assertSameShape(String before, String after) {
        int[] original = before.codePoints().toArray();
        int[] masked = after.codePoints().toArray();
        assertThat(masked).hasSameSizeAs(original);
        for (int i = 0; i < original.length; i++) {
            if (masked[i] != original[i]) {
                assertThat(masked[i]).isEqualTo('*');
                assertThat(Marks.carriesShape(original[i])).isFalse();
            }
        }
    }

    private static byte[] bytes(JsonNode row, String name) {
        return row.has(name)
                ? row.get(name).asText().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(row.get(name + "_base64").asText());
    }
}
