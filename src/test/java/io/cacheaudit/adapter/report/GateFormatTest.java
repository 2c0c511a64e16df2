package io.cacheaudit.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cacheaudit.audit.gate.GateResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each format as a file; {@code -Dgolden.write=true} writes the golden files anew, JSON indented for the reader. */
class GateFormatTest {
    private static final Path GOLDEN = Path.of("src/test/resources/report");
    private static final ReportPaths PATHS = ReportPaths.below("hosts/a b");

    @ParameterizedTest
    @EnumSource(GateFormat.class)
    void everyPartStandsInItsPlace(GateFormat format) throws IOException {
        String text = readable(format, text(format, GateSamples.everything()));

        Path golden = GOLDEN.resolve("gate." + format.word());
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @EnumSource(GateFormat.class)
    void sameResultGivesTheSameBytes(GateFormat format) {
        assertThat(format.bytes(GateSamples.everything(), PATHS))
                .isEqualTo(format.bytes(GateSamples.everything(), PATHS));
    }

    @ParameterizedTest
    @EnumSource(GateFormat.class)
    void hostileNamesStayText(GateFormat format) {
        String text = text(format, GateSamples.hostile());

        assertThat(text).doesNotContain("\u0007", "\r");
        switch (format) {
            case TEXT ->
                assertThat(text.lines())
                        .noneMatch(line -> line.stripLeading().startsWith("::"))
                        .noneMatch(line -> line.contains("##[") || line.contains("##vso["));
            case GITHUB ->
                assertThat(text.lines())
                        .hasSize(3)
                        .allMatch(line -> line.matches("::(error|warning) ([a-z]+=[^,:]*,)*title=[^,:]*::.*"));
            case MARKDOWN ->
                assertThat(text.replace("<code>", "").replace("</code>", "").replace("<br>", ""))
                        .doesNotContain("<", ">", "`", "@", "www.", "$x", "\n::");
            case JUNIT -> assertThat(text).doesNotContain("\u202e", "\ufffe", "<b>");
            case JSON, SARIF, GITLAB -> assertThat(text.lines()).hasSize(1);
        }
        if (format == GateFormat.MARKDOWN) {
            assertThat(text.lines().filter(line -> line.startsWith("|")))
                    .hasSize(3)
                    .allMatch(line -> cells(line) == 8);
        }
    }

    private static int cells(String row) {
        return row.split("\\|", -1).length;
    }

    @Test
    void fortyDisksWithOneCauseAreOneBlockOfTheLog() {
        String text = text(GateFormat.TEXT, GateSamples.everything());

        assertThat(text.split("A guest that sees no write cache sends no flush", -1))
                .hasSizeLessThanOrEqualTo(4);
        assertThat(text).contains("same: on 12 more:").contains("and 2 others");
    }

    @Test
    void pathsAreAsTheReaderFindsThem() {
        assertThat(ReportPaths.ofHost().of("/etc/../../x//./y")).isEqualTo("x/y");
        assertThat(ReportPaths.below("d/").of("/etc/x")).isEqualTo("d/etc/x");
        assertThat(ReportPaths.below("").of("/etc/x")).isEqualTo("etc/x");
        assertThat(SarifUri.of("a b/\u00e9:%?#x")).isEqualTo("a%20b/%C3%A9%3A%25%3F%23x");
        assertThat(SarifUri.of("/srv/a b")).isEqualTo("file:///srv/a%20b");
    }

    private static String text(GateFormat format, GateResult result) {
        return new String(format.bytes(result, PATHS), StandardCharsets.UTF_8);
    }

    private static String readable(GateFormat format, String text) throws IOException {
        return switch (format) {
            case JSON, SARIF, GITLAB -> {
                DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
                lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
                lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
                ObjectMapper mapper = new ObjectMapper();
                JsonNode tree = mapper.readTree(text);
                yield mapper.writer(lines).writeValueAsString(tree) + "\n";
            }
            case TEXT, JUNIT, GITHUB, MARKDOWN -> text;
        };
    }
}
