package io.cacheaudit.document.block;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockDocumentsTest {
    private static final String MOUNTINFO = """
            22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro
            40 22 0:30 / /var/lib/nova/my\\040images rw - nfs4 nas:/e\\134x rw,vers=4.2
            41 22 0:31 / /var/lib/nova rw shared:2 master:3 - xfs /dev/mapper/vg-nova rw
            42 22 0:32 / /var/lib/nova rw - ceph 10.0.0.1:/ rw
            """;

    @Test
    void mountsAreReadWithTheirEscapes() {
        Mounts mounts = mounts(MOUNTINFO);

        assertThat(mounts.mounts())
                .extracting(Mount::id, Mount::device, Mount::mountPoint, Mount::fileSystem, Mount::source)
                .containsExactly(
                        tuple(22, "8:2", "/", "ext4", "/dev/sda2"),
                        tuple(40, "0:30", "/var/lib/nova/my images", "nfs4", "nas:/e\\x"),
                        tuple(41, "0:31", "/var/lib/nova", "xfs", "/dev/mapper/vg-nova"),
                        tuple(42, "0:32", "/var/lib/nova", "ceph", "10.0.0.1:/"));
        assertThat(mounts.mounts().get(0).options()).containsExactly("rw", "relatime", "rw", "errors=remount-ro");
        assertThat(mounts.mounts().get(1).at()).isEqualTo(new Provenance("m", 2, 1));
    }

    @Test
    void lineEndsAndAMissingLastOneChangeNothing() {
        assertThat(mounts(MOUNTINFO.replace("\n", "\r\n"))).isEqualTo(mounts(MOUNTINFO));
        assertThat(mounts(MOUNTINFO.stripTrailing())).isEqualTo(mounts(MOUNTINFO));
    }

    @ParameterizedTest
    @CsvSource({
        "/var/lib/nova/disk, ceph",
        "/var/lib/nova, ceph",
        "/var/lib/novax/disk, ext4",
        "/var/lib/nova/my images/a, nfs4",
        "/, ext4",
        "relative, ",
        "/var/lib/../lib/nova, ",
        "/var/lib/nova/a..b, ceph"
    })
    void theLongestMountPointAboveAPathCounts(String path, String fileSystem) {
        Mount mount = mounts(MOUNTINFO).under(path);

        assertThat(mount == null ? null : mount.fileSystem()).isEqualTo(fileSystem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tmpfs on /run type tmpfs (rw)", "1 2 8:1 / / rw - ext4", "1 2 8 / / rw - ext4 x rw", "- - -"})
    void aLineThatIsNoMountIsAProblem(String line) {
        Parsed<Mounts> parsed = MountsParser.parse(Document.present(Kind.MOUNTS, "m", MOUNTINFO + line));

        assertThat(parsed.problems())
                .containsExactly(new Problem(new Provenance("m", 5, 1), "expected a line of mountinfo"));
        assertThat(requireNonNull(parsed.value()).mounts()).hasSize(4);
    }

    @Test
    void devicesNestAndNumbersMayBeStrings() {
        BlockDevices devices = devices("""
                {"blockdevices": [
                  {"name":"sda","kname":"sda","pkname":null,"type":"disk","size":"1000","rota":"1","ro":"0","phy-sec":4096,"log-sec":"512",
                   "min-io":4096,"opt-io":0,"rq-size":64,"sched":"none","maj:min":"8:0",
                   "children":[{"name":"sda1","type":"part","mountpoints":[null,"/srv"],"rota":true,"ro":false,
                     "children":[{"name":"md0","kname":"md0","pkname":"sda1"}]}]},
                  {"name":"sdb","children":[{"name":"md0","kname":"md0"}]}
                ]}
                """);

        BlockDevice sda = requireNonNull(devices.byKname("sda"));
        assertThat(sda.sizeBytes()).isEqualTo(1000);
        assertThat(sda.rotational()).isTrue();
        assertThat(sda.readOnly()).isFalse();
        assertThat(sda.limits()).isEqualTo(new BlockDevice.Limits(4096L, 512L, 4096L, 0L, 64L, "none"));
        assertThat(sda.at()).isEqualTo(new Provenance("b", 2, 3));
        assertThat(requireNonNull(devices.byName("sda1")).mountPoint()).isEqualTo("/srv");
        assertThat(devices.below("sda1")).containsExactly("sda");
        assertThat(devices.below("md0")).containsExactly("sda1", "sdb");
        assertThat(devices.below("sda")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "[], 1, 1, 'expected a list blockdevices, as lsblk -J prints it'",
        "'{\"blockdevices\":[3]}', 1, 18, expected a device",
        "'{\"blockdevices\":[{\"type\":\"disk\"}]}', 1, 18, expected a device with a name",
        "'{\"blockdevices\":[{\"name\":\"a\",\"size\":\"1G\"}]}', 1, 37, expected a number",
        "'{\"blockdevices\":[{\"name\":\"a\",\"ro\":\"no\"}]}', 1, 35, expected true or false"
    })
    void whatIsNoDeviceListIsAProblem(String json, int line, int column, String message) {
        assertThat(BlockDevicesParser.parse(
                                Document.present(Kind.BLOCK_DEVICES, "b", json), new JsonTreeReader(1 << 24))
                        .problems())
                .containsExactly(new Problem(new Provenance("b", line, column), message));
    }

    @Test
    void queuesAreGatheredByDevice() {
        BlockQueues queues = queues("""
                /sys/block/sda/queue/write_cache:write back
                /sys/block/sda/queue/max_segments:168
                /sys/block/dm-3/dm/name:vg-nova
                /sys/block/md0/md/level:raid1
                /sys/block/md0/md/mismatch_cnt:128
                /sys/block/dm-3/slaves/md0
                /sys/block/md0/slaves/sda1:
                """);

        BlockQueue sda = requireNonNull(queues.of("sda"));
        assertThat(sda.writeCache()).isEqualTo(new Located<>("write back", new Provenance("q", 1, 34)));
        assertThat(sda.number("max_segments")).isEqualTo(168);
        assertThat(sda.number("write_cache")).isNull();
        assertThat(requireNonNull(queues.of("dm-3")).dmName())
                .extracting(Located::value)
                .isEqualTo("vg-nova");
        assertThat(requireNonNull(queues.of("dm-3")).slaves())
                .extracting(Located::value)
                .containsExactly("md0");
        BlockQueue md = requireNonNull(queues.of("md0"));
        assertThat(md.mdLevel()).extracting(Located::value).isEqualTo("raid1");
        assertThat(md.mdMismatchCount()).extracting(Located::value).isEqualTo("128");
        assertThat(md.slaves()).extracting(Located::value).containsExactly("sda1");
    }

    @Test
    void aLineOutsideSysBlockIsAProblem() {
        assertThat(BlockQueueParser.parse(Document.present(Kind.BLOCK_QUEUE, "q", "\ngrep: no such file\n"))
                        .problems())
                .containsExactly(
                        new Problem(new Provenance("q", 2, 1), "expected a path below /sys/block and its value"));
    }

    @Test
    void hostFactsAreOptionalOneByOne() {
        HostFacts facts = requireNonNull(facts("""
                        {"instances_path": {"path": "/i", "direct_io": [{"bytes": 512, "ok": false}, {"bytes": 4096, "ok": true}]},
                         "interval_seconds": 3600, "qemu_user": "qemu", "confinement": "selinux", "cluster": "c",
                         "labels": {"rack": "r1"}}
                        """).value());

        assertThat(facts)
                .isEqualTo(new HostFacts(
                        new HostFacts.InstancesPath(
                                "/i", List.of(new HostFacts.DirectIo(512, false), new HostFacts.DirectIo(4096, true))),
                        Duration.ofHours(1),
                        "qemu",
                        HostFacts.Confinement.SELINUX,
                        "c",
                        Map.of("rack", "r1")));
        assertThat(facts("{}").value()).isEqualTo(new HostFacts(null, null, null, null, null, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "[], 1, 1, host-facts: expected a mapping",
        "'{\"interval_seconds\": \"often\"}', 1, 22, interval_seconds: expected a whole number",
        "'{\"confinement\": \"smack\"}', 1, 17, 'confinement: expected apparmor, selinux or none'",
        "'{\"clusters\": \"c\"}', 1, 2, 'unknown field \"clusters\", did you mean \"cluster\"?'"
    })
    void aWrongFactIsAProblemAtItsPlace(String json, int line, int column, String message) {
        assertThat(facts(json).problems()).containsExactly(new Problem(new Provenance("h", line, column), message));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\\", "1 ", "/sys/block/a/slaves/", "\n", "\0", "- ", ":"})
    void hostileTextNeitherHangsNorThrows(String unit) {
        for (String input :
                List.of(unit.repeat(60_000), (unit.repeat(50) + "\n").repeat(5_000), unit.repeat(500_000))) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                MountsParser.parse(Document.present(Kind.MOUNTS, "m", input));
                BlockQueueParser.parse(Document.present(Kind.BLOCK_QUEUE, "q", input));
            });
        }
    }

    private static Mounts mounts(String text) {
        Parsed<Mounts> parsed = MountsParser.parse(Document.present(Kind.MOUNTS, "m", text));
        assertThat(parsed.problems()).isEmpty();
        return requireNonNull(parsed.value());
    }

    private static BlockDevices devices(String json) {
        Parsed<BlockDevices> parsed =
                BlockDevicesParser.parse(Document.present(Kind.BLOCK_DEVICES, "b", json), new JsonTreeReader(1 << 24));
        assertThat(parsed.problems()).isEmpty();
        return requireNonNull(parsed.value());
    }

    private static BlockQueues queues(String text) {
        Parsed<BlockQueues> parsed = BlockQueueParser.parse(Document.present(Kind.BLOCK_QUEUE, "q", text));
        assertThat(parsed.problems()).isEmpty();
        return requireNonNull(parsed.value());
    }

    private static Parsed<HostFacts> facts(String json) {
        return HostFactsParser.parse(Document.present(Kind.HOST_FACTS, "h", json), new JsonTreeReader(1 << 24));
    }
}
