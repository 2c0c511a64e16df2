package io.cacheaudit.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seven rows of the experiment that started the project. */
class FoundingExperimentTest {
    static List<Row> rows() {
        return Table.rows("founding");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void cachesAreThoseOfTheExperiment(Row row) {
        JsonNode disk = new HostUnderTest()
                .version("qemu", row.get("qemu"))
                .version("librbd", row.get("librbd"))
                .cephConf(HostUnderTest.CEPH_CONF, row.text("ceph_conf"))
                .domain(Disks.rbd(row.get("cache"), "raw", ""))
                .disk();

        assertThat(disk.at("/rbd_cache/enabled").asText()).isEqualTo(row.get("enabled"));
        assertThat(disk.at("/drive_cache/mode").asText()).isEqualTo(row.get("mode"));
        assertThat(disk.at("/rbd_cache/settings/rbd_cache/derivation/decided_by/layer")
                        .asText())
                .isEqualTo(row.get("layer"));
        assertThat(disk.at("/rbd_cache/state").asText()).isEqualTo(row.get("state"));
    }
}
