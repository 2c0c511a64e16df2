package io.cacheaudit.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded runs of QEMU: mode, file and drive string in every combination, on both defaults of librbd. */
class QemuRbdCacheTest {
    private static final Map<String, String> LAYERS = Map.of(
            "qemu_cache_mode", "cache_mode",
            "cmdline", "drive_option",
            "ceph_conf", "ceph_conf",
            "librbd_default", "librbd_default");
    private static final Map<String, String> DEFAULTS = Map.of("0.80.11", "false", "0.87.2", "true");

    static List<Row> rows() {
        return Table.rows("qemu-rbd-cache");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void valueIsTheRecordedOneFromDefinitionAndProcess(Row row) {
        String drive = Disks.rbdDrive(key(row), cache(row));
        for (String librbd : DEFAULTS.keySet()) {
            HostUnderTest defined = host(row, librbd).domain(Disks.rbd(cache(row), "raw", ""));
            JsonNode disk = (key(row).equals(Row.NOTHING) ? defined : defined.process(drive)).disk();
            check(disk, row, librbd);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void valueIsTheRecordedOneFromTheProcessAlone(Row row) {
        String drive = Disks.rbdDrive(key(row), cache(row));
        for (String librbd : DEFAULTS.keySet()) {
            check(host(row, librbd).process(drive).disk(), row, librbd);
        }
    }

    private static HostUnderTest host(Row row, String librbd) {
        return new HostUnderTest()
                .version("qemu", row.get("qemu_version"))
                .version("librbd", librbd)
                .cephConf(HostUnderTest.CEPH_CONF, cephConf(row));
    }

    private static void check(JsonNode disk, Row row, String librbd) {
        String recorded = row.get("rbd_cache");
        JsonNode setting = disk.at("/rbd_cache/settings/rbd_cache");
        assertThat(setting.path("value").asText())
                .as("librbd %s", librbd)
                .isEqualTo(recorded.equals("librbd_default") ? DEFAULTS.get(librbd) : recorded);
        assertThat(setting.at("/derivation/decided_by/layer").asText())
                .as("librbd %s", librbd)
                .isEqualTo(LAYERS.get(row.get("decided_by")));
    }

    private static String cache(Row row) {
        return row.get("cache_mode").equals("absent") ? Row.NOTHING : row.get("cache_mode");
    }

    private static String key(Row row) {
        String value = row.get("cmdline_rbd_cache");
        return value.equals("unset") ? Row.NOTHING : ":rbd_cache=" + value;
    }

    private static String cephConf(Row row) {
        String state = row.get("ceph_conf_rbd_cache");
        return switch (state) {
            case "nofile" -> "absent";
            case "unset" -> "[client]\nlog file = /var/log/ceph/x.log\n";
            default -> "[client]\nrbd cache = " + state + "\n";
        };
    }
}
