package io.cacheaudit.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cacheaudit.document.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The nine cells: what an acknowledged write can lose, by failure and by guest. */
class DurabilityTest {
    private static final List<String> FAILURES = List.of("qemu_killed", "host_crash", "power_loss");
    private static final String IMAGES = "/var/lib/libvirt/images";
    private static final String DEVICES = """
            {"blockdevices": [
              {"name": "sdb", "kname": "sdb", "pkname": null, "type": "disk", "fstype": null, "mountpoint": null},
              {"name": "sdb1", "kname": "sdb1", "pkname": "sdb", "type": "part", "mountpoint": "/var/lib/libvirt/images"}
            ]}
            """;
    private static final Map<String, String> WRITE_CACHE = Map.of("volatile", "write back", "durable", "write through");

    static List<Row> rows() {
        return Table.rows("durability");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void cellsAreThoseEstablished(Row row) {
        for (String qemu : row.each("qemu")) {
            for (String librbd : row.each("librbd")) {
                JsonNode cells = host(row)
                        .version("qemu", qemu)
                        .version("librbd", librbd)
                        .disk()
                        .path("durability");
                TreeSet<String> missing = new TreeSet<>();
                for (String writes : List.of("flushed", "unflushed", "never_flushing_guest")) {
                    assertThat(cells(cells.path(writes), missing))
                            .as("%s on %s %s", writes, qemu, librbd)
                            .isEqualTo(expected(row.get(writes)));
                }
                assertThat(String.join(" ", missing))
                        .as("missing on %s %s", qemu, librbd)
                        .isEqualTo(row.has("missing") ? row.get("missing") : "");
            }
        }
    }

    /** One cell stands for three that are the same; else they stand in order of failures between slashes. */
    private static List<String> expected(String text) {
        String[] cells = text.split(" / ");
        return cells.length == 1 ? List.of(cells[0], cells[0], cells[0]) : List.of(cells);
    }

    private static List<String> cells(JsonNode writes, TreeSet<String> missing) {
        List<String> cells = new ArrayList<>();
        for (String failure : FAILURES) {
            JsonNode cell = writes.path(failure);
            assertThat(cell.path("because").asText()).isNotBlank();
            StringBuilder text = new StringBuilder(cell.path("at_risk").asText());
            if (!cell.path("bytes").isNull()) {
                text.append(' ').append(cell.path("bytes").asText());
            }
            List<String> places = new ArrayList<>();
            cell.path("held_in").forEach(place -> places.add(place.asText()));
            if (!places.isEmpty()) {
                text.append(' ').append(String.join("+", new TreeSet<>(places)));
            }
            cells.add(text.toString());
            if (cell.path("at_risk").isNull()) {
                List<String> names = Missing.names(cell);
                assertThat(names).as("missing of an unknown cell").isNotEmpty();
                missing.addAll(names);
            }
        }
        return cells;
    }

    private static HostUnderTest host(Row row) {
        HostUnderTest host = new HostUnderTest()
                .cephConf(HostUnderTest.CEPH_CONF, row.text("ceph_conf"))
                .document(Kind.MOUNTS, "/proc/1/mountinfo", mounts(row.get("fs")))
                .document(Kind.BLOCK_DEVICES, "lsblk", row.has("write_cache") ? DEVICES : Row.NOTHING)
                .document(Kind.BLOCK_QUEUE, "sysfs", queue(row.get("write_cache")));
        String path = row.get("path");
        if (row.has("drive")) {
            return host.process(Disks.drive(path, row.get("cache")) + row.get("drive"));
        }
        String more = row.has("more") ? row.get("more") : "";
        String disk = path.equals("rbd")
                ? Disks.rbd(row.get("cache"), row.get("format"), more)
                : Disks.local(path, row.get("cache"), row.get("format"), more);
        return host.domain(Disks.as(row.get("device"), disk));
    }

    private static String mounts(String fileSystem) {
        if (fileSystem.equals(Row.NOTHING)) {
            return Row.NOTHING;
        }
        String source = switch (fileSystem) {
            case "tmpfs", "ramfs", "overlay" -> fileSystem;
            case "nfs4" -> "filer:/images";
            case "ceph" -> "mon1:6789:/";
            case "zfs" -> "tank/images";
            default -> "/dev/sdb1";
        };
        return "22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n36 22 8:17 / " + IMAGES + " rw,relatime - " + fileSystem
                + " " + source + " rw\n";
    }

    private static String queue(String cache) {
        String word = WRITE_CACHE.get(cache);
        return word == null ? Row.NOTHING : "/sys/block/sdb/queue/write_cache:" + word + "\n";
    }
}
