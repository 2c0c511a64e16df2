package io.cacheaudit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.NeedsTool;
import io.cacheaudit.agent.FakeService.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two agents of one host never run at once, and one that was killed is in nobody's way. */
@NeedsTool({"dash", "busybox", "curl"})
final class OneRunAtATimeTest {
    private static final Answer WAIT = new Answer(503, "", Map.of("Retry-After", "600"));

    private final Path dir;

    OneRunAtATimeTest(@TempDir Path dir) throws IOException {
        this.dir = dir;
        new Root(dir.resolve("host")).file("etc/hostname", "c1\n").file("etc/ceph/ceph.conf", "[client]\n");
    }

    private String[] arguments(FakeService service) {
        return new String[] {
            "--server", service.url(), "--root", dir.resolve("host").toString(), "--state", state().toString()
        };
    }

    private Path state() {
        return dir.resolve("state");
    }

    private static void await(FakeService service) throws InterruptedException {
        for (int i = 0; i < 600 && service.requests().isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(service.requests()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void aSecondRunStepsBack(String shell) throws IOException, InterruptedException {
        try (FakeService service = new FakeService(WAIT)) {
            Process first = Agent.under(shell).start(arguments(service));
            await(service);

            Agent.Run second = Agent.under(shell).run(arguments(service));

            assertThat(second.code()).isEqualTo(5);
            assertThat(second.errors()).contains("another run is under way");
            first.toHandle().destroy();
            assertThat(Agent.finish(first).code()).isEqualTo(143);
            assertThat(service.requests()).hasSize(1);
            assertThat(Agent.under(shell).run(arguments(service)).code()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void aKilledRunLeavesNoLockThatHolds(String shell) throws IOException, InterruptedException {
        try (FakeService service = new FakeService(WAIT)) {
            Process first = Agent.under(shell).start(arguments(service));
            await(service);
            List<ProcessHandle> children = first.descendants().toList();
            first.destroyForcibly().waitFor();
            children.forEach(ProcessHandle::destroyForcibly);

            Agent.Run second = Agent.under(shell).run(arguments(service));

            assertThat(second.code()).as(second.errors()).isZero();
            try (var left = Files.list(state())) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("accepted.body", "accepted.digest");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void theNumberOfADeadRunMayBelongToAnotherProcess(String shell) throws IOException, InterruptedException {
        String boot =
                Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        Files.createDirectories(state());
        Files.writeString(state().resolve("run." + ProcessHandle.current().pid() + ".1." + boot), "held\n");
        try (FakeService service = new FakeService()) {
            assertThat(Agent.under(shell).run(arguments(service)).code()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void ofManyThatStartTogetherNoTwoRunAtOnce(String shell) throws IOException, InterruptedException {
        Path tools = dir.resolve("tools");
        Path trace = dir.resolve("trace");
        new Root(tools).tool("curl", "echo begin >>" + trace + "; sleep 1; echo end >>" + trace + "; exit 7");
        try (FakeService service = new FakeService()) {
            List<Process> runs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<String> arguments = new ArrayList<>(List.of(arguments(service)));
                arguments.addAll(List.of("--retry-for", "0"));
                runs.add(Agent.under(shell).withTools(tools).start(arguments.toArray(String[]::new)));
            }
            List<Integer> codes = new ArrayList<>();
            for (Process run : runs) {
                codes.add(Agent.finish(run).code());
            }
            assertThat(codes).isSubsetOf(3, 5);
            List<String> lines = Files.exists(trace) ? Files.readAllLines(trace) : List.of();
            for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i)).as("%s", lines).isEqualTo(i % 2 == 0 ? "begin" : "end");
            }
        }
    }
}
