package io.cacheaudit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cacheaudit.NeedsTool;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.redact.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent redacts as the server does: the same cases, and the server finds nothing more in random documents. */
@NeedsTool("awk")
class AgentRedactionTest {
    private static final Path CASES = Path.of("src/test/resources/redaction/cases.json");
    private static final int DOCUMENTS = Integer.getInteger("redaction.documents", 600);

    static Stream<AgentRedaction> awks() {
        return AgentRedaction.all().stream();
    }

    @ParameterizedTest
    @MethodSource("awks")
    void everyCaseGivesWhatTheServerGives(AgentRedaction agent) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        new ObjectMapper().readTree(Files.readAllBytes(CASES)).forEach(cases::add);

        List<Document> masked = agent.redact(
                cases.stream().map(row -> document(row, bytes(row, "in"))).toList());

        for (int i = 0; i < cases.size(); i++) {
            assertThat(text(masked.get(i)))
                    .as("%s %s", agent, cases.get(i).get("title").asText())
                    .isEqualTo(text(document(cases.get(i), bytes(cases.get(i), "out"))));
        }
        assertThat(agent.redact(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @MethodSource("awks")
    void theServerFindsNothingMoreInRandomDocuments(AgentRedaction agent) throws IOException {
        List<Document> documents = new RandomDocuments(CASES, 23).list(DOCUMENTS);

        List<Document> masked = agent.redact(documents);

        for (int i = 0; i < documents.size(); i++) {
            Document server = Redactor.redact(documents.get(i));
            assertThat(text(masked.get(i)))
                    .as("%s %s %s", agent, documents.get(i).kind(), text(documents.get(i)))
                    .isEqualTo(text(server));
            assertThat(Redactor.redact(masked.get(i))).isEqualTo(masked.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("awks")
    void noPlantedSecretSurvives(AgentRedaction agent) throws IOException {
        List<Document> documents = new RandomDocuments(CASES, 42).planted(DOCUMENTS / 2);

        for (Document masked : agent.redact(documents)) {
            assertThat(text(masked)).doesNotContain(RandomDocuments.SECRET);
        }
    }

    @ParameterizedTest
    @MethodSource("awks")
    void longLinesCostNoSquare(AgentRedaction agent) {
        List<Document> documents = Stream.of(
                        "password=" + "x".repeat(100_000),
                        "key=".repeat(40_000),
                        "a = 1\n" + " b=c\n".repeat(20_000),
                        "x: " + "a://u:p@b ".repeat(10_000))
                .map(text -> Document.present(Kind.NOVA_CONF, "nova.conf", text))
                .toList();

        List<Document> masked = agent.redact(documents);

        assertThat(masked).isEqualTo(documents.stream().map(Redactor::redact).toList());
    }

    @ParameterizedTest
    @MethodSource("awks")
    void theProgramKeepsNulBytes(AgentRedaction agent) {
        byte[] content = "[x]\npassword=a\0b\nflag=on\0\n\0".getBytes(StandardCharsets.UTF_8);

        assertThat(agent.program("nova.conf", content))
                .isEqualTo(new AgentRedaction.Answer(0, "[x]\npassword=*\0*\nflag=**\0\n\0"));
        assertThat(agent.program("mounts", new byte[0])).isEqualTo(new AgentRedaction.Answer(0, ""));
    }

    @ParameterizedTest
    @MethodSource("awks")
    void aKindThatIsNotKnownGivesNothing(AgentRedaction agent) {
        AgentRedaction.Answer answer = agent.program("keyring", "key = abc\n".getBytes(StandardCharsets.UTF_8));

        assertThat(answer).isEqualTo(new AgentRedaction.Answer(2, ""));
    }

    private static Document document(JsonNode row, byte[] content) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(value -> value.word().equals(row.get("kind").asText()))
                .findFirst()
                .orElseThrow();
        return Document.present(kind, "path", content);
    }

    private static byte[] bytes(JsonNode row, String name) {
        return row.has(name)
                ? row.get(name).asText().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(row.get(name + "_base64").asText());
    }

    private static String text(Document document) {
        return new String(document.content(), StandardCharsets.ISO_8859_1);
    }
}
