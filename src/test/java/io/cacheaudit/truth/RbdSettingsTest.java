package io.cacheaudit.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings of librbd from files, drive string and defaults. */
class RbdSettingsTest {
    static List<Row> rows() {
        return Table.rows("rbd-settings");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void settingHasItsValueAndWriter(Row row) {
        for (String qemu : row.each("qemu")) {
            for (String librbd : row.each("librbd")) {
                check(
                        row,
                        host(row)
                                .version("qemu", qemu)
                                .version("librbd", librbd)
                                .disk(),
                        qemu + " " + librbd);
            }
        }
    }

    private static void check(Row row, JsonNode disk, String versions) {
        JsonNode setting = disk.at("/rbd_cache/settings/" + row.get("option"));
        if (row.get("value").equals("absent")) {
            assertThat(setting.isMissingNode()).as(versions).isTrue();
            return;
        }
        assertThat(setting.path("value").asText()).as("value on %s", versions).isEqualTo(row.get("value"));
        assertThat(setting.path("conditional").asText())
                .as("conditional on %s", versions)
                .isEqualTo(row.get("conditional"));
        if (row.has("layer")) {
            assertThat(setting.at("/derivation/decided_by/layer").asText())
                    .as("layer on %s", versions)
                    .isEqualTo(row.get("layer"));
        }
        List<String> ignored = new ArrayList<>();
        setting.at("/derivation/ignored")
                .forEach(step -> ignored.add(step.path("layer").asText()));
        assertThat(String.join(" ", ignored))
                .as("ignored on %s", versions)
                .isEqualTo(row.has("ignored") ? row.get("ignored") : "");
        assertThat(String.join(" ", Missing.names(setting)))
                .as("missing on %s", versions)
                .isEqualTo(row.has("missing") ? row.get("missing") : "");
    }

    private static HostUnderTest host(Row row) {
        HostUnderTest host = new HostUnderTest()
                .cephConf(HostUnderTest.CEPH_CONF, row.text("ceph_conf"))
                .cephConf("/etc/ceph/other.conf", row.text("other_conf"));
        return row.has("options")
                ? host.process(Disks.rbdDrive(row.get("options"), row.get("cache")))
                : host.domain(Disks.rbd(row.get("cache"), "raw", ""));
    }
}
