package io.cacheaudit.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.document.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ContentKindTest {
    @ParameterizedTest
    @CsvSource({
        "etc/nova/nova.conf, nova.conf",
        "etc/nova/nova-compute.conf, nova.conf",
        "etc/ceph/ceph.conf, ceph.conf",
        "etc/libvirt/qemu/instance-00000042.xml, libvirt-domain",
        "run/libvirt/qemu/instance-00000068.xml, libvirt-domain",
        "proc/1/mountinfo, mounts",
        "block-devices.json, block-devices",
        "block-queue.txt, block-queue",
        "host-facts.json, host-facts"
    })
    void sampleHostsFilesTellTheirKind(String file, String kind) throws Exception {
        byte[] content = Files.readAllBytes(Path.of("deploy/sample-host", file));

        assertThat(ContentKind.of(content, "x")).map(Kind::word).hasValue(kind);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("\nVolume Name: gv0\nType: Replicate\n", "x", Kind.GLUSTER_VOLUME),
                Arguments.of("type=2\ncount=3\nvolume-id=2c\n", "info", Kind.GLUSTER_VOLUME),
                Arguments.of("Option       Value\n------       -----\n", "x", Kind.GLUSTER_VOLUME),
                Arguments.of("<?xml version=\"1.0\"?>\n<cliOutput>", "x", Kind.GLUSTER_VOLUME),
                Arguments.of("Personalities : [raid1]\n", "x", Kind.MDSTAT),
                Arguments.of("vg0-a: 0 8 linear 8:1 0\n", "x", Kind.DM_TABLE),
                Arguments.of("/usr/bin/kvm\n-name\nvm1\n-drive\nfile=x\n", "x", Kind.QEMU_PROCESS),
                Arguments.of("A=b /usr/bin/qemu-system-x86_64 -name vm1 -drive file=x", "x", Kind.QEMU_PROCESS),
                Arguments.of("{\"config_dump\": []}", "x", Kind.CEPH_OVERRIDES),
                Arguments.of("{\"host\": \"s1\", \"findmnt\": {}}", "x", Kind.BRICK),
                Arguments.of("[{\"device\": \"d\", \"inserted\": {}}]", "x", Kind.QEMU_QUERY_BLOCK),
                Arguments.of("d0: a.img (raw)\n    Cache mode:       writeback\n", "x", Kind.QEMU_QUERY_BLOCK),
                Arguments.of("\uFEFF[client]\nrbd cache = true\n", "x", Kind.CEPH_CONF),
                Arguments.of("disk_cachemodes = network=writeback\n", "x", Kind.NOVA_CONF),
                Arguments.of("", "ceph.conf", Kind.CEPH_CONF),
                Arguments.of("", "nova.conf", Kind.NOVA_CONF),
                Arguments.of("hello\n", "x", null),
                Arguments.of("<" + "<!-- -->".repeat(100_000), "x", null));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void contentTellsTheKindBeforeTheName(String text, String name, @Nullable Kind kind) {
        assertThat(ContentKind.of(text.getBytes(StandardCharsets.UTF_8), name).orElse(null))
                .isEqualTo(kind);
    }
}
