package io.cacheaudit.fact.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.block.BlockDevices;
import io.cacheaudit.document.block.BlockDevicesParser;
import io.cacheaudit.document.block.BlockQueueParser;
import io.cacheaudit.document.block.BlockQueues;
import io.cacheaudit.document.block.Mounts;
import io.cacheaudit.document.block.MountsParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageUnderTest {
    private static final String MOUNTINFO = """
            1 0 8:2 / / rw - ext4 /dev/sda2 rw
            2 1 0:5 / /dev rw - devtmpfs udev rw
            3 2 0:6 / /dev/shm rw - tmpfs tmpfs rw
            4 1 254:0 / /var/lib/nova rw - xfs /dev/mapper/vg-nova--data rw
            5 1 0:40 / /srv/nfs rw - nfs4 nas:/export rw
            6 1 259:1 / /srv/root rw - ext4 /dev/root rw
            7 1 9:1 / /srv/gone rw - ext4 /dev/sdz rw
            """;
    private static final String LSBLK = """
            {"blockdevices": [
              {"name":"sda","kname":"sda","children":[
                {"name":"sda2","kname":"sda2"},
                {"name":"sda3","kname":"sda3","children":[{"name":"md0","kname":"md0","children":[
                  {"name":"vg-nova--data","kname":"dm-0"}]}]}]},
              {"name":"sdb","kname":"sdb","children":[{"name":"md0","kname":"md0","children":[
                  {"name":"vg-nova--data","kname":"dm-0"}]}]},
              {"name":"nvme0n1","kname":"nvme0n1","children":[{"name":"nvme0n1p1","kname":"nvme0n1p1","maj:min":"259:1"}]}
            ]}
            """;
    private static final String QUEUES = """
            /sys/block/sda/queue/write_cache:write through
            /sys/block/sdb/queue/write_cache:write back
            /sys/block/dm-0/queue/write_cache:write through
            /sys/block/dm-0/dm/name:vg-nova--data
            """;

    @ParameterizedTest
    @CsvSource({
        "/root.img, ext4, false, sda, NO, ''",
        "/var/lib/nova/a, xfs, false, sda sdb, YES, ''",
        "/srv/nfs/a, nfs4, false, '', NO_LOCAL_DEVICE, ''",
        "/srv/root/a, ext4, false, nvme0n1, NOT_SENT, BLOCK_QUEUE",
        "/srv/gone/a, ext4, false, '', NOT_SENT, BLOCK_DEVICES",
        "/dev/shm/a, tmpfs, false, '', NO_LOCAL_DEVICE, ''",
        "/dev/sda2, , true, sda, NO, ''",
        "/dev/vg/nova-data, , true, sda sdb, YES, ''",
        "/dev/mapper/vg-nova--data, , true, sda sdb, YES, ''",
        "/dev/dm-0, , true, sda sdb, YES, ''",
        "/dev/disk/by-path/x, , true, '', NOT_SENT, BLOCK_DEVICES",
        "relative, , false, '', NOT_SENT, MOUNTS"
    })
    void aPathLeadsToTheCachesBelowIt(
            String path, String fileSystem, boolean device, String leaves, VolatileCache cache, String missing) {
        StorageUnder under = StorageUnder.of(path, mounts(), devices(LSBLK), queues(QUEUES));

        assertThat(under.fileSystem()).isEqualTo(fileSystem);
        assertThat(under.isBlockDevice()).isEqualTo(device);
        assertThat(String.join(
                        " ",
                        under.devices().stream()
                                .map(StorageUnder.DeviceCache::device)
                                .toList()))
                .isEqualTo(leaves);
        assertThat(under.volatileCache()).isEqualTo(cache);
        assertThat(String.join(" ", under.missing().stream().map(Kind::name).toList()))
                .isEqualTo(missing);
    }

    @Test
    void documentsThatWereNotSentAreNamed() {
        StorageUnder nothing = StorageUnder.of("/a", null, null, null);
        StorageUnder mounted = StorageUnder.of("/a", mounts(), null, queues(QUEUES));
        StorageUnder listed = StorageUnder.of("/a", mounts(), devices(LSBLK), null);

        assertThat(nothing.missing()).containsExactly(Kind.MOUNTS);
        assertThat(nothing.volatileCache()).isEqualTo(VolatileCache.NOT_SENT);
        assertThat(mounted.missing()).containsExactly(Kind.BLOCK_DEVICES);
        assertThat(listed.missing()).containsExactly(Kind.BLOCK_QUEUE);
        assertThat(listed.fileSystem()).isEqualTo("ext4");
    }

    @Test
    void slavesLeadDownWithoutLsblk() {
        BlockQueues queues = queues("""
                /sys/block/dm-0/dm/name:vg-nova--data
                /sys/block/dm-0/slaves/sdb
                /sys/block/sdb/queue/write_cache:write back
                """);

        StorageUnder under = StorageUnder.of("/var/lib/nova/a", mounts(), null, queues);

        assertThat(under.volatileCache()).isEqualTo(VolatileCache.YES);
        assertThat(under.missing()).isEmpty();
        assertThat(under.writeCaches()).hasSize(1);
    }

    @Test
    void devicesThatStandOnEachOtherEndTheWalk() {
        BlockQueues queues = queues("/sys/block/a/slaves/b\n/sys/block/b/slaves/a\n");

        assertThat(StorageUnder.of("/dev/a", null, null, queues).devices()).isEmpty();
    }

    private static @Nullable Mounts mounts() {
        return MountsParser.parse(Document.present(Kind.MOUNTS, "m", MOUNTINFO)).value();
    }

    private static @Nullable BlockDevices devices(String json) {
        return BlockDevicesParser.parse(Document.present(Kind.BLOCK_DEVICES, "b", json), new JsonTreeReader(1 << 24))
                .value();
    }

    private static @Nullable BlockQueues queues(String text) {
        return BlockQueueParser.parse(Document.present(Kind.BLOCK_QUEUE, "q", text))
                .value();
    }
}
