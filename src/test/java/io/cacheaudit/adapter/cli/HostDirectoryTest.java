package io.cacheaudit.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostDirectoryTest {
    private final Path dir;

    HostDirectoryTest(@TempDir Path dir) {
        this.dir = dir;
    }

    @Test
    void sampleHostIsReadWhole() {
        HostReading reading = HostDirectory.read(Path.of("deploy/sample-host"), Map.of(), new YamlTrees());

        assertThat(reading.notes()).isEmpty();
        assertThat(reading.set().host()).isEqualTo("compute-17");
        assertThat(reading.set().versions())
                .containsEntry("qemu", "1:2.2+dfsg-5expubuntu9")
                .containsEntry("librbd", "0.80.11-0ubuntu1.14.04.4");
        assertThat(reading.set().documents())
                .extracting(Document::path)
                .containsExactly(
                        "/etc/nova/nova.conf",
                        "/etc/nova/nova-compute.conf",
                        "/etc/ceph/ceph.conf",
                        "/etc/libvirt/qemu/instance-00000042.xml",
                        "/etc/libvirt/qemu/instance-00000068.xml",
                        "/etc/libvirt/qemu/instance-0000006b.xml",
                        "/etc/libvirt/qemu/instance-00000071.xml",
                        "/run/libvirt/qemu/instance-00000068.xml",
                        "/proc/1/mountinfo",
                        "block-devices.json",
                        "block-queue.txt",
                        "host-facts.json");
    }

    @Test
    void wholeHostSaysWhatIsAbsent() throws IOException {
        write("etc/hostname", "Compute-1.Example\n");

        assertThat(documents())
                .extracting(Document::path, Document::presence)
                .containsExactly(
                        tuple("/etc/nova/nova.conf", Presence.ABSENT),
                        tuple("/etc/nova/nova-compute.conf", Presence.ABSENT),
                        tuple("/etc/ceph/ceph.conf", Presence.ABSENT));
        assertThat(read().set().host()).isEqualTo("compute-1.example");
    }

    @Test
    void sosreportLeavesUnspokenOfWhatItDoesNotHold() throws IOException {
        write("etc/nova/nova.conf", "[DEFAULT]\n");
        write("sos_commands/kernel/uname_-a", "Linux c1 3.10.0-327.el7.x86_64 #1 SMP\n");
        write("installed-rpms", """
                qemu-kvm-common-rhev-2.3.0-31.el7_2.1.x86_64  Mon Jan  4 2016
                qemu-kvm-rhev-2.3.0-31.el7_2.1.x86_64         Mon Jan  4 2016
                librbd1-0.80.7-3.el7.x86_64                   Mon Jan  4 2016
                """);

        assertThat(documents()).extracting(Document::path).containsExactly("/etc/nova/nova.conf");
        assertThat(read().set().host()).isEqualTo("candidate");
        assertThat(read().set().versions())
                .isEqualTo(Map.of(
                        "qemu", "qemu-kvm-rhev-2.3.0-31.el7_2.1",
                        "librbd", "librbd1-0.80.7-3.el7",
                        "kernel", "3.10.0-327.el7.x86_64"));
    }

    @Test
    void debianPackagesGiveVersionsAndGivenOnesWin() throws IOException {
        write("installed-debs", """
                ii  librbd1        0.80.11-0ubuntu1.14.04.4  amd64  RADOS block device client library
                ii  librbd1:i386   0.1                       i386   RADOS block device client library
                rc  libvirt-bin    1.2.2-0ubuntu13           amd64  programs for the libvirt library
                ii  qemu-system-x86  1:2.2+dfsg-5expubuntu9  amd64  QEMU full system emulation binaries
                """);
        write("versions.json", "{\"qemu\": \"2.3.0\", \"librdb\": \"1\"}");

        HostReading reading = HostDirectory.read(dir, Map.of("nova", "2015.1"), new YamlTrees());

        assertThat(reading.set().versions())
                .isEqualTo(Map.of("qemu", "2.3.0", "librbd", "0.80.11-0ubuntu1.14.04.4", "nova", "2015.1"));
        assertThat(reading.notes())
                .containsExactly("versions.json:1:19: error: unknown version \"librdb\", did you mean \"librbd\"?");
    }

    @Test
    void novaFilesComeInReadingOrder() throws IOException {
        for (String file : List.of("nova.conf.d/b.conf", "nova.conf.d/a.conf", "nova-compute.conf", "nova.conf")) {
            write("etc/nova/" + file, "[DEFAULT]\n");
        }

        assertThat(documents())
                .filteredOn(document -> document.kind() == Kind.NOVA_CONF)
                .extracting(Document::path)
                .containsExactly(
                        "/etc/nova/nova.conf",
                        "/etc/nova/nova-compute.conf",
                        "/etc/nova/nova.conf.d/a.conf",
                        "/etc/nova/nova.conf.d/b.conf");
    }

    @Test
    void linksAreFollowedAsTheHostWould() throws IOException {
        write("var/lib/charm/ceph.conf", "[client]\n");
        Files.createDirectories(dir.resolve("etc/ceph"));
        Files.createSymbolicLink(dir.resolve("etc/ceph/ceph.conf"), Path.of("/var/lib/charm/ceph.conf"));

        Document ceph = ceph();

        assertThat(ceph.path()).isEqualTo("/etc/ceph/ceph.conf");
        assertThat(ceph.text()).isEqualTo("[client]\n");
    }

    @Test
    void linksNeverLeaveTheDirectory() throws IOException {
        Path root = Files.createDirectories(dir.resolve("host"));
        Files.writeString(dir.resolve("outside.conf"), "[client]\n");
        Files.createDirectories(root.resolve("etc/ceph"));
        Files.createSymbolicLink(root.resolve("etc/ceph/ceph.conf"), Path.of("../../../../outside.conf"));
        Files.createSymbolicLink(root.resolve("etc/ceph/abs.conf"), dir.resolve("outside.conf"));
        Files.createSymbolicLink(root.resolve("etc/ceph/loop.conf"), Path.of("loop.conf"));

        HostReading reading = HostDirectory.read(root, Map.of(), new YamlTrees());

        assertThat(reading.set().of(Kind.CEPH_CONF)).isEmpty();
        assertThat(reading.notes()).hasSize(3).allMatch(note -> note.startsWith("/etc/ceph/"));
    }

    @Test
    void directoryBehindALinkThatLeadsNowhereIsNotAbsent() throws IOException {
        Files.createDirectories(dir.resolve("etc"));
        Files.createSymbolicLink(dir.resolve("etc/nova"), Path.of("/mnt/elsewhere"));

        assertThat(documents())
                .filteredOn(document -> document.kind() == Kind.NOVA_CONF)
                .extracting(Document::presence)
                .containsOnly(Presence.UNREADABLE);
    }

    @Test
    void oversizedDomainIsUnreadable() throws IOException {
        write("etc/libvirt/qemu/vm1.xml", "");
        Files.write(dir.resolve("etc/libvirt/qemu/vm1.xml"), new byte[HostRoot.FILE_LIMIT + 1]);

        assertThat(documents())
                .filteredOn(document -> document.kind() == Kind.LIBVIRT_DOMAIN)
                .extracting(Document::presence)
                .containsExactly(Presence.UNREADABLE);
        assertThat(read().notes()).containsExactly("/etc/libvirt/qemu/vm1.xml: larger than 16777216 bytes");
    }

    @Test
    void cephConfThatCannotBeReadIsUnspokenOf() throws IOException {
        write("etc/ceph/ceph.conf", "");
        Files.write(dir.resolve("etc/ceph/ceph.conf"), new byte[HostRoot.FILE_LIMIT + 1]);

        assertThat(read().set().of(Kind.CEPH_CONF)).isEmpty();
        assertThat(read().notes()).hasSize(1);
    }

    @Test
    void guestProcessesTellArgumentsAndOnlyCephVariables() throws IOException {
        write("proc/21042/cmdline", "/usr/bin/qemu-system-x86_64\0-name\0vm1\0");
        write("proc/21042/environ", "PASSWORD=x\0HOME=/\0CEPH_ARGS=--rbd_cache=false\0");
        write("proc/21042/maps", "7f 7f r-xp 00:00 08:01 12  /usr/lib/librbd.so.1.0.0 (deleted)\n");
        Files.createSymbolicLink(dir.resolve("proc/21042/exe"), Path.of("/usr/bin/qemu-system-x86_64"));
        write("proc/7/cmdline", "/usr/sbin/libvirtd\0");

        assertThat(documents())
                .filteredOn(document -> document.kind() == Kind.QEMU_PROCESS)
                .singleElement()
                .satisfies(process -> {
                    assertThat(process.path()).isEqualTo("/proc/21042");
                    assertThat(process.text()).isEqualTo("""
                            /usr/bin/qemu-system-x86_64
                            -name
                            vm1

                            CEPH_ARGS=--rbd_cache=false
                            HOME=/
                            exe=/usr/bin/qemu-system-x86_64
                            librbd=/usr/lib/librbd.so.1.0.0 (deleted)
                            """);
                });
    }

    @Test
    void programOfAGuestIsNamedByItsMappingsWhereNoLinkDoes() throws IOException {
        write("proc/21042/cmdline", "/usr/bin/kvm\0-name\0vm1\0");
        write("proc/21042/maps", """
                7f0 7f1 r-xp 00:00 08:01 11  /lib/x86_64-linux-gnu/libc-2.19.so
                7f1 7f2 r-xp 00:00 08:01 12  /usr/bin/qemu-system-x86_64 (deleted)
                """);

        assertThat(documents())
                .filteredOn(document -> document.kind() == Kind.QEMU_PROCESS)
                .singleElement()
                .extracting(Document::text)
                .asString()
                .contains("\nexe=/usr/bin/qemu-system-x86_64 (deleted)\n")
                .doesNotContain("librbd=");
    }

    @Test
    void blockQueueIsReadFromTheKernelsOwnFiles() throws IOException {
        write("sys/block/sda/queue/logical_block_size", "512\n");
        write("sys/block/sda/queue/write_cache", "write back\n");

        assertThat(documents())
                .singleElement()
                .extracting(Document::text)
                .isEqualTo(
                        "/sys/block/sda/queue/logical_block_size:512\n/sys/block/sda/queue/write_cache:write back\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = dir.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private HostReading read() {
        return HostDirectory.read(dir, Map.of(), new YamlTrees());
    }

    private List<Document> documents() {
        return read().set().documents();
    }

    private Document ceph() {
        return read().set().of(Kind.CEPH_CONF).findFirst().orElseThrow();
    }
}
