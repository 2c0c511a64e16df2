package io.cacheaudit.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What QEMU makes of a cache mode, written in the definition or on the command line. */
class DriveCacheTest {
    private static final String IMAGE = "/var/lib/libvirt/images/one.img";
    private static final List<String> FIELDS =
            List.of("mode", "writeback", "direct", "no_flush", "guest_flush", "host_page_cache");

    static List<Row> rows() {
        return Table.rows("drive-cache");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void modeComesOutAsItsBooleans(Row row) {
        for (String qemu : row.each("qemu")) {
            JsonNode cache = host(row).version("qemu", qemu).disk().path("drive_cache");

            for (String field : FIELDS) {
                assertThat(cache.path(field).asText())
                        .as("%s on %s", field, qemu)
                        .isEqualTo(row.get(field));
            }
            assertThat(cache.at("/derivation/decided_by/layer").asText())
                    .as("layer on %s", qemu)
                    .isEqualTo(row.has("layer") ? row.get("layer") : "");
            assertThat(String.join(" ", Missing.names(cache)))
                    .as("missing on %s", qemu)
                    .isEqualTo(row.has("missing") ? row.get("missing") : "");
        }
    }

    private static HostUnderTest host(Row row) {
        return row.has("drive")
                ? new HostUnderTest().process(Disks.drive(IMAGE, Row.NOTHING) + row.text("drive"))
                : new HostUnderTest()
                        .domain(Disks.local(IMAGE, row.get("cache"), "raw", row.has("more") ? row.get("more") : ""));
    }
}
