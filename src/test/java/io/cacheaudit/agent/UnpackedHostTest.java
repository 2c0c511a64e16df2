package io.cacheaudit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.NeedsTool;
import io.cacheaudit.adapter.cli.HostDirectory;
import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.adapter.rest.body.SentBody;
import io.cacheaudit.document.Digest;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.redact.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent reads below {@code --root} is what the command line reads in the same directory. */
@NeedsTool({"dash", "busybox"})
final class UnpackedHostTest {
    private final Path dir;

    UnpackedHostTest(@TempDir Path dir) {
        this.dir = dir;
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void sampleHostHasTheDigestOfTheCommandLine(String shell) throws IOException, InterruptedException {
        DocumentSet sent = sent(shell, Path.of("deploy", "sample-host"), "compute-17");

        assertThat(sent.documents()).hasSize(12);
        assertThat(sent).isEqualTo(read(Path.of("deploy", "sample-host")));
        assertThat(Digest.of(sent)).isEqualTo(Digest.of(read(Path.of("deploy", "sample-host"))));
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void wholeHostSaysWhatIsAbsentAndWhatCannotBeRead(String shell) throws IOException, InterruptedException {
        new Root(dir)
                .file("etc/hostname", "Compute-1.Example\n")
                .file("etc/nova/nova-compute.conf/file", "a directory stands where a file should")
                .file("etc/ceph/backup.conf", "[client]\nrbd cache = true")
                .file("etc/ceph/bytes.conf", new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '[', (byte) 0xff, '\r'})
                .file("etc/libvirt/qemu/empty.xml", "")
                .link("etc/libvirt/qemu/outside.xml", "../../../../../../../../etc/hosts")
                .link("etc/libvirt/qemu/gone.xml", "nowhere")
                .link("etc/libvirt/qemu/round.xml", "round.xml");

        assertSame(shell, "compute-1.example");
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void linksAreFollowedAsTheHostWould(String shell) throws IOException, InterruptedException {
        new Root(dir)
                .file("etc/hostname", "c1\n")
                .file("var/lib/charm/nova-compute/ceph.conf", "[client]\nrbd cache = false\n")
                .link("etc/ceph/ceph.conf", "/etc/alternatives/ceph.conf")
                .link("etc/alternatives/ceph.conf", "../../var/lib/charm/nova-compute/ceph.conf")
                .file("srv/nova/b.conf", "[DEFAULT]\n")
                .file("srv/nova/a.conf", "[DEFAULT]\n")
                .link("etc/nova/nova.conf.d", "/srv/nova")
                .file("var/lib/glusterd/vols/gv 0/info", "type=2\nvolume-id=1\nstorage.linux-aio=on\n");

        assertSame(shell, "c1");
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void namesCanHoldQuotesBlanksAndLetters(String shell) throws IOException, InterruptedException {
        new Root(dir)
                .file("etc/hostname", "c1\n")
                .file("etc/libvirt/qemu/a \"b\"; name=\"ceph.conf\".xml", "<domain/>")
                .file("etc/libvirt/qemu/back\\slash\\.xml", "<domain/>")
                .file("etc/libvirt/qemu/ percent%41$(id)`id`*.xml", "<domain/>")
                .file("etc/libvirt/qemu/-n.xml", "<domain/>")
                .file("etc/libvirt/qemu/größe 仮想.xml", "<domain/>\n\n");

        assertSame(shell, "c1");
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void namesThatCannotBeSentAreReportedAndLeftOut(String shell) throws IOException, InterruptedException {
        new Root(dir)
                .file("etc/hostname", "c1\n")
                .file("etc/libvirt/qemu/line\nend.xml", "<domain/>")
                .file("etc/libvirt/qemu/tab\tstop.xml", "<domain/>")
                .file("etc/libvirt/qemu/quote%22.xml", "<domain/>")
                .file("etc/libvirt/qemu/c1\u0085.xml", "<domain/>")
                .file("etc/libvirt/qemu/good.xml", "<domain/>");
        Agent.Run run = Agent.under(shell).run("--dry-run", "--root", dir.toString());

        assertThat(run.code()).isZero();
        assertThat(SentBody.read(run.contentType(), run.output(), "c1").documents())
                .filteredOn(Document::isPresent)
                .extracting(Document::path)
                .containsExactly("/etc/libvirt/qemu/good.xml");
        assertThat(run.errors())
                .contains("line?end.xml", "tab?stop.xml", "quote%22.xml", "its name cannot be sent, it is left out");
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void contentIsSentByteForByteWhateverItHolds(String shell) throws IOException, InterruptedException {
        new Root(dir)
                .file("etc/hostname", "c1\n")
                .file("etc/ceph/ceph.conf", "[client]\r\nrbd cache = true\r\n\r\n")
                .file("etc/ceph/other.conf", "[client]\nrbd cache = true")
                .file(
                        "proc/mdstat",
                        "Personalities : \r\n--cache-audit-boundary-1--\r\n--cache-audit-boundary-2\n\n\n");

        assertSame(shell, "c1");
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void processesAreReadWithTheirEnvironmentAndLibrbd(String shell) throws IOException, InterruptedException {
        process(
                "proc/2150",
                "/usr/bin/qemu-system-x86_64\0-name\0guest=i-1,debug-threads=on\0-drive\0"
                        + "file=rbd:vms/a:id=cinder:conf=/etc/ceph/a.conf,format=raw\0");
        process("proc/99", "/usr/libexec/qemu-kvm\0-uuid\0a4a1f6de-6f57-4d7d-9c8b-5b0fcb7f1f68\0-append\0a\nb\0");
        process("proc/12345678901", "/usr/bin/kvm\0");
        process("proc/77", "/usr/bin/kvm-nx-lpage-recovery\0");
        process("proc/78", "/bin/sh\0-c\0exec qemu-system-x86_64\0");
        new Root(dir)
                .file("etc/hostname", "c1\n")
                .file("proc/79/cmdline", "")
                .file("proc/80/cmdline", "/usr/bin/kvm\0")
                .file("proc/80/maps", """
                        7f00 r-xp 00000000 08:01 12 /usr/bin/qemu-system-x86_64 (deleted)
                        7f01 r-xp 00000000 08:01 13 /usr/lib/librbd.so.1
                        """);

        assertSame(shell, "c1");
        assertThat(sent(shell, dir, "c1").documents())
                .extracting(Document::path)
                .contains("/proc/99", "/proc/2150")
                .doesNotContain("/proc/77", "/proc/78", "/proc/79");
    }

    private void process(String place, String commandLine) throws IOException {
        new Root(dir)
                .file(place + "/cmdline", commandLine)
                .file(
                        place + "/environ",
                        "LANG=C\0HOME=/var/lib/libvirt\0OTHER=a\nCEPH_ARGS=b\0CEPH_CONF=/etc/ceph/x.conf\0")
                .file(place + "/maps", """
                        7f00 r--p 00000000 08:01 12 /usr/lib/x86_64-linux-gnu/libc.so.6
                        7f01 r--p 00000000 08:01 13 /usr/lib/x86_64-linux-gnu/librbd.so.1.0.0 (deleted)
                        7f02 r-xp 00000000 08:01 13 /usr/lib/x86_64-linux-gnu/librbd.so.1.0.0 (deleted)
                        """)
                .link(place + "/cwd", "/")
                .link(place + "/exe", "/usr/bin/qemu-system-x86_64 (deleted)");
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void sosreportIsReadWhereItsCommandsStand(String shell) throws IOException, InterruptedException {
        new Root(dir)
                .file("hostname", "c2\n")
                .file("etc/nova/nova.conf", "[DEFAULT]\n")
                .file("sos_commands/kernel/uname_-a", "Linux c1 3.10.0-327.el7.x86_64 #1 SMP\n")
                .file("sos_commands/gluster/gluster_volume_info", "Volume Name: gv0\n")
                .file("sos_commands/gluster/gluster_volume_get_gv0_all", "Option Value\n")
                .file("sos_commands/virsh/virsh_-r_dumpxml_vm1", "<domain/>")
                .file("sos_commands/devicemapper/dmsetup_table", "vg-a: 0 1 linear 8:1 0\n")
                .file("sys/block/sda/queue/logical_block_size", "512\n")
                .file("sys/block/sda/queue/write_cache", "write back\n")
                .file("etc/os-release", "NAME=x\nPRETTY_NAME=\"CentOS Linux 7 (Core)\"\n")
                .file("installed-rpms", """
                        qemu-kvm-common-rhev-2.3.0-31.el7_2.1.x86_64  Mon Jan  4 2016
                        qemu-kvm-rhev-2.3.0-31.el7_2.1.x86_64         Mon Jan  4 2016
                        librbd1-0.80.7-3.el7.x86_64                   Mon Jan  4 2016
                        """);

        assertSame(shell, "c2");
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void packagesGiveVersionsAndStatedOnesWin(String shell) throws IOException, InterruptedException {
        new Root(dir)
                .file("etc/hostname", "c3\n")
                .file("proc/sys/kernel/osrelease", "3.13.0-77-generic\n")
                .file("versions.json", "{\n \"qemu\" : \"2.3.0 \\\"x\\\"\",\n \"nova\": null, \"librdb\":\"1\"}\n")
                .file("dpkg -l", """
                        ii  librbd1        0.80.11-0ubuntu1.14.04.4  amd64  RADOS block device client library
                        ii  librbd1:i386   0.1                       i386   RADOS block device client library
                        rc  libvirt-bin    1.2.2-0ubuntu13           amd64  programs for the libvirt library
                        hi  nova-common    1:2015.1.4-0ubuntu2       all    nova
                        ii  qemu-system-x86  1:2.2+dfsg-5expubuntu9  amd64  QEMU full system emulation binaries
                        """);

        assertSame(shell, "c3");
        assertThat(sent(shell, dir, "c3").versions()).containsEntry("qemu", "2.3.0 \"x\"");
    }

    private void assertSame(String shell, String host) throws IOException, InterruptedException {
        DocumentSet read = read(dir);
        DocumentSet sent = sent(shell, dir, host);

        assertThat(read.host()).isEqualTo(host);
        assertThat(sent.documents())
                .extracting(Document::path, Document::presence, Document::text)
                .containsExactlyElementsOf(read.documents().stream()
                        .map(document -> org.assertj.core.groups.Tuple.tuple(
                                document.path(), document.presence(), document.text()))
                        .toList());
        assertThat(sent).isEqualTo(read);
    }

    private static DocumentSet read(Path root) {
        DocumentSet set =
                HostDirectory.read(root, Map.of(), new JsonTreeReader(1 << 20)).set();
        return new DocumentSet(
                set.host(),
                set.versions(),
                set.documents().stream().map(Redactor::redact).toList());
    }

    private static DocumentSet sent(String shell, Path root, String host) throws IOException, InterruptedException {
        Agent.Run run = Agent.under(shell).run("--dry-run", "--root", root.toString());
        assertThat(run.code()).as(run.errors()).isZero();
        assertThat(run.errors()).contains("/api/v1/hosts/" + host + "/documents");
        return SentBody.read(run.contentType(), run.output(), host);
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void nothingIsSentOrPrintedWhereMaskingFails(String shell) throws IOException, InterruptedException {
        Path copy = dir.resolve("copy");
        Agent agent = Agent.under(shell).copiedTo(copy);
        Path masking = copy.resolve("redact.awk");
        String sample = Path.of("deploy", "sample-host").toAbsolutePath().toString();

        Files.deleteIfExists(masking);
        Agent.Run without = agent.run("--dry-run", "--root", sample);
        Files.writeString(masking, "BEGIN { print \"out of order\"; exit 1 }", StandardCharsets.UTF_8);
        Agent.Run failing = agent.run("--dry-run", "--root", sample);
        Files.writeString(masking, "BEGIN { exit 0 }", StandardCharsets.UTF_8);
        Agent.Run idle = agent.run("--dry-run", "--root", sample);

        assertThat(without.code()).isEqualTo(4);
        assertThat(failing.code()).isEqualTo(4);
        assertThat(idle.code()).isEqualTo(4);
        assertThat(without.output()).isEmpty();
        assertThat(failing.output()).isEmpty();
        assertThat(failing.errors()).contains("secrets could not be masked, nothing is sent: out of order");
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void whatIsSentHasPassedTheRedactor(String shell) throws IOException, InterruptedException {
        Agent agent = Agent.under(shell).copiedTo(dir.resolve("copy"));
        Files.writeString(dir.resolve("copy/redact.awk"), """
                BEGIN {
                    while ((getline line) > 0) {
                        split(line, part, "\\t")
                        while ((getline text < part[2]) > 0) {
                            gsub(/hunter2/, "*******", text)
                            print part[1] ":" text > part[3]
                        }
                    }
                }
                """, StandardCharsets.UTF_8);
        Root root = new Root(dir.resolve("host"));
        root.file("etc/nova/nova.conf", "[DEFAULT]\ntransport_url = rabbit://nova:hunter2@mq\n")
                .file("etc/ceph/ceph.conf", "key = hunter2\n")
                .file("etc/libvirt/qemu/a.xml", "<domain passwd='hunter2'/>\n")
                .file("proc/12/cmdline", "qemu-kvm\0key=hunter2\0")
                .file("host-facts.json", "{\"hunter2\": 1}\n");

        Agent.Run run = agent.run("--dry-run", "--root", root.path().toString());

        assertThat(run.text())
                .contains("nova.conf:", "ceph.conf:", "libvirt-domain:", "qemu-process:", "host-facts:")
                .doesNotContain("hunter2");
        assertThat(run.errors()).doesNotContain("hunter2");
    }
}
