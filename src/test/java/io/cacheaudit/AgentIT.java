package io.cacheaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.adapter.cli.HostDirectory;
import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.document.Digest;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.redact.Redactor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three agents and the packaged program, with a proxy between that drops, a restart, and an outage. */
@NeedsTool({"dash", "busybox", "curl"})
final class AgentIT {
    private static final List<String> HOSTS = List.of("host-1", "host-2", "host-3");
    private static final Path AGENT =
            Path.of("deploy", "agent", "cache-audit-agent").toAbsolutePath();
    private static final Path SAMPLE = Path.of("deploy", "sample-host");

    private final Path dir;
    private final HttpClient client = HttpClient.newHttpClient();

    AgentIT(@TempDir Path dir) {
        this.dir = dir;
    }

    @Test
    void theNewestStateOfThreeHostsArrivesThroughDropsARestartAndAnOutage() throws IOException, InterruptedException {
        for (String host : HOSTS) {
            copySample(host);
        }
        RunningService service = start();
        try (DroppingProxy proxy = new DroppingProxy(service.port())) {
            change("first");
            assertThat(runAll(proxy, 60)).containsOnly(0);
            assertNewest(service);
            assertThat(proxy.dropped()).isPositive();

            service.close();
            change("second");
            List<Process> waiting = startAll(proxy, 300);
            TimeUnit.SECONDS.sleep(3);
            service = start();
            proxy.leadTo(service.port());
            assertThat(codes(waiting)).containsOnly(0);
            assertNewest(service);

            proxy.cut(true);
            change("third");
            assertThat(runAll(proxy, 3)).containsOnly(3);
            change("fourth");
            proxy.cut(false);
            assertThat(runAll(proxy, 60)).containsOnly(0);
            assertNewest(service);

            assertThat(runAll(proxy, 60)).containsOnly(0);
            assertNewest(service);
            assertThat(get(service, "/hosts/host-3")).contains("host-3", "/etc/ceph/ceph.conf");
        } finally {
            service.close();
        }
    }

    private RunningService start() throws IOException, InterruptedException {
        String jar = System.getProperty("cache-audit.jar", "target/quarkus-app/quarkus-run.jar");
        return RunningService.start("java -jar " + jar + " serve --data " + dir.resolve("data"), dir);
    }

    private void copySample(String host) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file, dir.resolve(host).resolve(SAMPLE.relativize(file).toString()));
            }
        }
        Files.writeString(dir.resolve(host).resolve("etc/hostname"), host + "\n");
    }

    private void change(String word) throws IOException {
        String text = Files.readString(SAMPLE.resolve("etc/ceph/ceph.conf"));
        for (String host : HOSTS) {
            Files.writeString(
                    dir.resolve(host).resolve("etc/ceph/ceph.conf"), text + "# " + word + " of " + host + "\n");
        }
    }

    private List<Integer> runAll(DroppingProxy proxy, int seconds) throws IOException, InterruptedException {
        return codes(startAll(proxy, seconds));
    }

    /** Each under another shell. */
    private List<Process> startAll(DroppingProxy proxy, int seconds) throws IOException {
        List<Process> agents = new ArrayList<>();
        List<List<String>> shells = List.of(List.of("dash"), List.of("busybox", "sh"), List.of("sh"));
        for (String host : HOSTS) {
            List<String> command = new ArrayList<>(shells.get(agents.size()));
            command.add(AGENT.toString());
            command.add("--server=http://127.0.0.1:" + proxy.port());
            command.add("--root=" + dir.resolve(host));
            command.add("--state=" + dir.resolve(host + "-state"));
            command.add("--retry-for=" + seconds);
            command.add("--retry-wait=2");
            agents.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            dir.resolve(host + ".log").toFile()))
                    .start());
        }
        return agents;
    }

    private static List<Integer> codes(List<Process> agents) throws InterruptedException {
        List<Integer> codes = new ArrayList<>();
        for (Process agent : agents) {
            assertThat(agent.waitFor(6, TimeUnit.MINUTES)).isTrue();
            codes.add(agent.exitValue());
        }
        return codes;
    }

    private void assertNewest(RunningService service) throws IOException, InterruptedException {
        for (String host : HOSTS) {
            assertThat(get(service, "/api/v1/hosts/" + host))
                    .as(Files.readString(dir.resolve(host + ".log")))
                    .contains(digest(dir.resolve(host)));
        }
    }

    private static String digest(Path root) {
        DocumentSet set =
                HostDirectory.read(root, Map.of(), new JsonTreeReader(1 << 20)).set();
        return Digest.of(new DocumentSet(
                set.host(),
                set.versions(),
                set.documents().stream().map(Redactor::redact).toList()));
    }

    private String get(RunningService service, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
