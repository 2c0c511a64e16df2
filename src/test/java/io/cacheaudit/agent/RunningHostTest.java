package io.cacheaudit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.NeedsTool;
import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.adapter.rest.body.SentBody;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import io.cacheaudit.document.block.HostFactsParser;
import io.cacheaudit.document.qemu.CommandLineParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The host this test runs on, with a guest and a nova-compute that are none. */
@NeedsTool({"dash", "busybox", "bash"})
final class RunningHostTest {
    private final Path dir;
    private final Process guest;
    private final Process nova;

    RunningHostTest(@TempDir Path dir) throws IOException {
        this.dir = dir.toRealPath();
        new Root(this.dir)
                .file(
                        "nova/nova.conf",
                        "[DEFAULT]\ninstances_path = $state_path/disks\nstate_path = " + this.dir + "\n")
                .file("nova/late.d/b.conf", "[libvirt]\n")
                .file("nova/late.d/a.conf", "[libvirt]\nimages_rbd_ceph_conf = " + this.dir + "/ceph/images.conf\n")
                .file("disks/instance", "")
                .file("ceph/images.conf", "[client]\n")
                .file("ceph/guest.conf", "[client]\nrbd cache = true\n")
                .file("nova-compute", "sleep 600 & wait\n");
        ProcessBuilder qemu = new ProcessBuilder("bash", "-c", "exec -a /usr/bin/qemu-system-x86_64 sleep 600");
        qemu.environment().put("CEPH_CONF", this.dir + "/ceph/guest.conf," + this.dir + "/ceph/ceph.conf");
        qemu.environment().put("RBD_SECRET", "hunter2");
        qemu.environment().put("HOME", this.dir.toString());
        qemu.directory(this.dir.toFile());
        guest = qemu.start();
        nova = new ProcessBuilder(
                        "sh",
                        this.dir.resolve("nova-compute").toString(),
                        "--config-file=" + this.dir.resolve("nova/nova.conf"),
                        "--config-dir",
                        this.dir.resolve("nova/late.d").toString())
                .start();
    }

    @AfterEach
    void end() throws InterruptedException {
        nova.descendants().forEach(ProcessHandle::destroy);
        for (Process process : new Process[] {guest, nova}) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private DocumentSet sent(String shell) throws IOException, InterruptedException {
        new Root(dir.resolve("tools")).tool("gluster", """
                case $* in
                    *'volume list') echo gv0 ;;
                    *'volume info') echo 'Volume Name: gv0' ;;
                    *) printf 'Option   Value\\n------\\n' ;;
                esac""");
        Agent.Run run = Agent.under(shell)
                .withTools(dir.resolve("tools"))
                .run("--dry-run", "--host", "here", "--interval", "900");
        assertThat(run.code()).as(run.errors()).isZero();
        assertThat(run.text()).doesNotContain("hunter2");
        return SentBody.read(run.contentType(), run.output(), "here");
    }

    private static Document document(DocumentSet set, String path) {
        return set.documents().stream()
                .filter(document -> document.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not among "
                        + set.documents().stream().map(Document::path).toList()));
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void isReadAsItRuns(String shell) throws IOException, InterruptedException {
        DocumentSet set = sent(shell);

        assertThat(set.of(Kind.NOVA_CONF))
                .extracting(Document::path)
                .containsExactly(dir + "/nova/nova.conf", dir + "/nova/late.d/a.conf", dir + "/nova/late.d/b.conf");
        assertThat(document(set, dir + "/nova/nova.conf").mode()).matches("0[0-7]{3}");
        assertThat(document(set, dir + "/nova/nova.conf").owner()).matches("\\S+:\\S+");

        assertThat(document(set, dir + "/ceph/guest.conf").text()).contains("rbd cache = true");
        assertThat(document(set, dir + "/ceph/images.conf").isPresent()).isTrue();
        assertThat(document(set, dir + "/ceph/ceph.conf").presence()).isEqualTo(Presence.ABSENT);
        assertThat(document(set, dir + "/.ceph/ceph.conf").presence()).isEqualTo(Presence.ABSENT);

        Document process = document(set, "/proc/" + guest.pid());
        assertThat(CommandLineParser.parse(process).problems()).isEmpty();
        assertThat(process.text())
                .startsWith("/usr/bin/qemu-system-x86_64\n600\n\nCEPH_CONF=")
                .containsPattern("\nHOME=" + dir + "\ncwd=" + dir + "\nexe=/\\S+\n")
                .containsPattern("\nstarted=20\\d\\d-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-5]\\dZ\n");

        assertThat(document(set, "/proc/1/mountinfo").text()).contains(" / ");
        assertThat(document(set, "gluster_volume_get_gv0_all").text()).startsWith("Option");
        assertThat(set.versions()).containsKeys("kernel");

        Document facts = document(set, "host-facts.json");
        assertThat(HostFactsParser.parse(facts, new JsonTreeReader(1 << 16)).problems())
                .isEmpty();
        assertThat(facts.text())
                .contains("\"path\": \"" + dir + "/disks\"", "\"bytes\": 512", "\"bytes\": 4096")
                .contains("\"interval_seconds\": 900", "\"qemu_user\": \"" + System.getProperty("user.name") + "\"");
        try (var left = Files.list(dir.resolve("disks"))) {
            assertThat(left.map(Path::getFileName)).containsExactly(Path.of("instance"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void givesTheSameBytesWhileNothingChanges(String shell) throws IOException, InterruptedException {
        assertThat(sent(shell).of(Kind.QEMU_PROCESS))
                .containsExactlyElementsOf(sent(shell).of(Kind.QEMU_PROCESS).toList());
    }
}
