package io.cacheaudit.document.qemu;

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
import io.cacheaudit.text.Tree;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineParserTest {
    private static final String LINES = """
            /usr/bin/qemu-system-x86_64
            -name
            guest=instance-0000002a,debug-threads=on
            -uuid
            6f7c1d4e-0000-4000-8000-00000000002a
            -drive
            file=rbd:vms/disk,,1@snap:id=nova:mon_host=10.0.0.1\\:6789\\;10.0.0.2:conf=/etc/ceph/c.conf:flag=,format=raw,cache=none,cache.direct=off,if=none,id=drive0
            -append

            -device
            virtio-blk-pci,drive=drive0,id=virtio-disk0,write-cache=on
            -blockdev
            {"driver":"rbd","cache":{"direct":true},"node-name":"n1"}
            -global
            virtio-blk-pci.write-cache=off
            -set
            device.virtio-disk0.write-cache=off

            CEPH_ARGS=--rbd_cache=false
            HOME=/
            SECRET=hush
            cwd=/
            started=2026-11-24T10:00:00Z
            exe=/usr/bin/qemu-system-x86_64 (deleted)
            librbd=/usr/lib/librbd.so.1
            running_qemu=7.2.22
            """;

    @Test
    void oneArgumentALineIsRead() {
        QemuProcess process = process(LINES);

        assertThat(process.program()).isEqualTo(located("/usr/bin/qemu-system-x86_64", 1, 1));
        assertThat(process.name()).isEqualTo(located("instance-0000002a", 3, 7));
        assertThat(process.uuid()).isEqualTo(located("6f7c1d4e-0000-4000-8000-00000000002a", 5, 1));
        assertThat(process.globals()).containsExactly(located("virtio-blk-pci.write-cache=off", 15, 1));
        assertThat(process.sets()).containsExactly(located("device.virtio-disk0.write-cache=off", 17, 1));
    }

    @Test
    void theHostsWordOnTheProcessIsRead() {
        QemuProcess process = process(LINES);
        QemuProcess.Host host = process.host();

        assertThat(process.environment())
                .containsOnlyKeys("CEPH_ARGS", "HOME")
                .containsEntry("CEPH_ARGS", located("--rbd_cache=false", 19, 11));
        assertThat(host.cwd()).isEqualTo(located("/", 22, 5));
        assertThat(host.started()).isEqualTo(located("2026-11-24T10:00:00Z", 23, 9));
        assertThat(host.exe())
                .isEqualTo(new QemuProcess.MappedFile(located("/usr/bin/qemu-system-x86_64", 24, 5), true));
        assertThat(host.librbd()).isEqualTo(new QemuProcess.MappedFile(located("/usr/lib/librbd.so.1", 25, 8), false));
        assertThat(host.runningQemu()).isEqualTo(located("7.2.22", 26, 14));
        assertThat(host.runningLibrbd()).isNull();
    }

    @Test
    void aDriveKeepsItsOptionsAndItsRbdNameWithPlaces() {
        Drive drive = process(LINES).drives().get(0);
        RbdName rbd = requireNonNull(drive.rbd());

        assertThat(drive.cache()).isEqualTo(located("none", 7, 114));
        assertThat(drive.options().value("cache.direct")).isEqualTo(located("off", 7, 132));
        assertThat(drive.id()).isEqualTo(located("drive0", 7, 147));
        assertThat(drive.format()).isEqualTo(located("raw", 7, 104));
        assertThat(drive.attachment()).isEqualTo(located("none", 7, 139));
        assertThat(drive.protocol()).isEqualTo("rbd");
        assertThat(rbd.pool()).isEqualTo(located("vms", 7, 10));
        assertThat(rbd.image()).isEqualTo(located("disk,1", 7, 14));
        assertThat(rbd.snapshot()).isEqualTo(located("snap", 7, 22));
        assertThat(rbd.id()).isEqualTo(located("nova", 7, 30));
        assertThat(rbd.conf()).isEqualTo(located("/etc/ceph/c.conf", 7, 74));
        assertThat(rbd.options())
                .extracting(option -> option.key().value(), option -> value(option.value()))
                .containsExactly(
                        tuple("id", "nova"),
                        tuple("mon_host", "10.0.0.1:6789;10.0.0.2"),
                        tuple("conf", "/etc/ceph/c.conf"),
                        tuple("flag", ""));
    }

    @Test
    void devicesAndJsonAreReadWithPlaces() {
        QemuProcess process = process(LINES);
        JsonOrOptions device = process.devices().get(0);
        JsonOrOptions node = process.blockdevs().get(0);

        assertThat(device.driver()).isEqualTo("virtio-blk-pci");
        assertThat(device.text("write-cache")).isEqualTo("on");
        assertThat(node.isJson()).isTrue();
        assertThat(node.driver()).isEqualTo("rbd");
        assertThat(node.text("cache.direct")).isEqualTo("true");
        assertThat(node.tree()).isInstanceOf(Tree.Fields.class);
        assertThat(((Tree.Fields) requireNonNull(node.tree())).fields())
                .hasEntrySatisfying(
                        "node-name", field -> assertThat(field.keyAt()).isEqualTo(at(13, 41)));
    }

    @Test
    void jsonStaysTextWithoutAReader() {
        Parsed<QemuProcess> parsed = CommandLineParser.parse(document("qemu\n-blockdev\n{]\n"));

        assertThat(parsed.problems()).isEmpty();
        assertThat(requireNonNull(parsed.value()).blockdevs())
                .containsExactly(new JsonOrOptions(located("{]", 3, 1), null, null));
    }

    @Test
    void lineEndsAndAMissingLastOneChangeNothing() {
        assertThat(process(LINES.replace("\n", "\r\n"))).isEqualTo(process(LINES));
        assertThat(process(LINES.stripTrailing())).isEqualTo(process(LINES));
    }

    @Test
    void aLogOfLibvirtIsReadFromItsLastStartOn() {
        QemuProcess process = process("""
                2026-11-01 10:00:00.000+0000: starting up libvirt version: 9.0.0
                /usr/bin/qemu -name guest=old
                2026-11-02 10:00:00.000+0000: starting up libvirt version: 9.0.0
                LC_ALL=C \\
                CEPH_ARGS='--rbd_cache=false -x' \\
                /usr/bin/qemu-system-x86_64 \\
                -name guest=young,debug-threads=on \\
                -blockdev '{"driver":"file","filename":"/a b"}' \\
                -drive "file=/srv/a,,b \\"c\\".img,cache=writeback"
                2026-11-02 10:00:01.000+0000: shutting down -drive file=no
                """);

        assertThat(process.name()).isEqualTo(located("young", 7, 13));
        assertThat(process.environment()).containsEntry("CEPH_ARGS", located("--rbd_cache=false -x", 5, 12));
        assertThat(process.program()).isEqualTo(located("/usr/bin/qemu-system-x86_64", 6, 1));
        assertThat(process.blockdevs().get(0).text("filename")).isEqualTo("/a b");
        assertThat(process.drives()).hasSize(1);
        assertThat(process.drives().get(0).file()).isEqualTo(located("/srv/a,b \"c\".img", 9, 14));
        assertThat(process.drives().get(0).cache()).isEqualTo(located("writeback", 9, 40));
    }

    @ParameterizedTest
    @CsvSource({
        "qemu-system-x86_64 -name test.vm -S, qemu-system-x86_64, test.vm",
        "'root 17 0.3 ? Sl 10:00 /usr/libexec/qemu-kvm -name g,process=p', /usr/libexec/qemu-kvm, g",
        "'$ kvm -name a', kvm, a",
        "'A=1 emulator -name \"a b\" # -name c', emulator, a b"
    })
    void aCommandLineIsReadAsAShellReadsIt(String line, String program, String name) {
        QemuProcess process = process(line);

        assertThat(process.program()).extracting(Located::value).isEqualTo(program);
        assertThat(process.name()).extracting(Located::value).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "file=gluster+tcp://h/v/i, gluster+tcp",
        "'file=/var/run/test.vm:0', ",
        "file=nbd:unix:/x, nbd",
        "'file.driver=gluster,file.volume=v', gluster",
        "id=empty, "
    })
    void theProtocolStandsInTheName(String drive, String protocol) {
        assertThat(process("qemu -drive " + drive).drives().get(0).protocol()).isEqualTo(protocol);
    }

    @Test
    void theLastOfEqualKeysCountsAndBareKeysHaveNoValue() {
        Options options = process("qemu -drive file=a,cache=none,readonly,cache=unsafe")
                .drives()
                .get(0)
                .options();

        assertThat(options.value("cache")).extracting(Located::value).isEqualTo("unsafe");
        assertThat(options.count("cache")).isEqualTo(2);
        assertThat(options.count("readonly")).isOne();
        assertThat(options.value("readonly")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, 0, expected a command line",
        "'qemu -drive', 1, 6, -drive: expected an operand",
        "'qemu -name ''a b', 1, 12, a quote is not closed"
    })
    void whatIsWrongIsAProblemAtItsPlace(String input, int line, int column, String message) {
        assertThat(CommandLineParser.parse(document(input)).problems())
                .containsExactly(new Problem(new Provenance("/proc/1", line, column), message));
    }

    @Test
    void malformedJsonIsAProblemAtItsArgument() {
        Parsed<QemuProcess> parsed =
                CommandLineParser.parse(document("qemu\n-device\n{]\n"), new JsonTreeReader(1 << 24));

        assertThat(parsed.problems()).containsExactly(new Problem(at(3, 2), "not valid JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "a=,", "rbd:", ":", "\\", "\n", "'", "\0", "-drive file=rbd:a/b:c=d ", " -name\n"})
    void hostileTextNeitherHangsNorThrows(String unit) {
        List<String> inputs = List.of(
                unit.repeat(200_000),
                "qemu\n-drive\nfile=rbd:" + unit.repeat(100_000),
                "qemu -drive file=rbd:" + unit.repeat(100_000));
        for (String input : inputs) {
            Parsed<QemuProcess> parsed = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> CommandLineParser.parse(document(input)));
            assertThat(parsed).isNotNull();
        }
    }

    private static String value(@Nullable Located<String> located) {
        return located == null ? "absent" : located.value();
    }

    private static QemuProcess process(String text) {
        Parsed<QemuProcess> parsed = CommandLineParser.parse(document(text), new JsonTreeReader(1 << 24));
        assertThat(parsed.problems()).isEmpty();
        return requireNonNull(parsed.value());
    }

    private static Document document(String text) {
        return Document.present(Kind.QEMU_PROCESS, "/proc/1", text);
    }

    private static Provenance at(int line, int column) {
        return new Provenance("/proc/1", line, column);
    }

    private static Located<String> located(String value, int line, int column) {
        return new Located<>(value, at(line, column));
    }
}
