package io.cacheaudit.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cacheaudit.adapter.rest.SampleAudits;
import io.cacheaudit.audit.Audit;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The audit document as the contract words it; {@code -Dgolden.write=true} writes the golden file anew. */
class AuditJsonTest {
    private static final Path GOLDEN = Path.of("src/test/resources/report/audit.json");

    private static byte[] json(Audit audit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditJson.write(audit, out);
        return out.toByteArray();
    }

    private static Audit audit(String content) {
        Document document = Document.present(Kind.CEPH_CONF, "/etc/ceph/ceph.conf", content);
        DocumentSet set = new DocumentSet("compute-17", Map.of("qemu", "2.2.0"), List.of(document));
        return SampleAudits.of(set, Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void everyMemberStandsAsTheContractWordsIt() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
        lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));

        String pretty = mapper.writer(lines).writeValueAsString(mapper.readTree(json(audit("[client]")))) + "\n";

        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, pretty);
        }
        assertThat(pretty).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void sameAuditGivesTheSameBytes() throws IOException {
        assertThat(json(audit("[client]"))).isEqualTo(json(audit("[client]")));
    }

    @Test
    void tenThousandDisksAreWritten() throws IOException {
        String text = new String(json(audit("x\n".repeat(9_999))), StandardCharsets.UTF_8);

        assertThat(text.split("\"drive_cache\"", -1)).hasSize(10_001);
    }
}
