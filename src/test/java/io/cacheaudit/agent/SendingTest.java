package io.cacheaudit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.NeedsTool;
import io.cacheaudit.adapter.rest.body.SentBody;
import io.cacheaudit.agent.FakeService.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent says to the service, in which order, and what it does when the service does not answer. */
@NeedsTool({"dash", "busybox", "curl"})
final class SendingTest {
    private static final String PUSH = "PUT /api/v1/hosts/c1/documents";
    private static final String HEARTBEAT = "POST /api/v1/hosts/c1/heartbeat";

    private final Path dir;
    private final Path state;

    SendingTest(@TempDir Path dir) throws IOException {
        this.dir = dir;
        this.state = dir.resolve("state");
        host("[client]\nrbd cache = true\n");
    }

    private void host(String cephConf) throws IOException {
        new Root(dir.resolve("host")).file("etc/hostname", "c1\n").file("etc/ceph/ceph.conf", cephConf);
    }

    private Agent.Run run(String shell, FakeService service, String... more) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "--server", service.url(), "--root", dir.resolve("host").toString(), "--state", state.toString());
        return Agent.under(shell)
                .run(Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void whatADryRunPrintsIsWhatIsSent(String shell) throws IOException, InterruptedException {
        try (FakeService service = new FakeService()) {
            Agent.Run dry = run(shell, service, "--dry-run");
            assertThat(service.requests()).isEmpty();
            assertThat(state).doesNotExist();

            Agent.Run sent = run(shell, service);

            assertThat(sent.code()).as(sent.errors()).isZero();
            assertThat(sent.text()).contains("verdict FAIL", FakeService.DIGEST);
            assertThat(service.lines()).containsExactly(PUSH);
            FakeService.Request request = service.requests().get(0);
            assertThat(request.body()).isEqualTo(dry.output());
            assertThat(request.header("Content-encoding")).isEqualTo("gzip");
            assertThat(SentBody.read(request.header("Content-type"), request.body(), "c1")
                            .documents())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void anUnchangedHostSendsItsDigestOnly(String shell) throws IOException, InterruptedException {
        try (FakeService service = new FakeService(FakeService.ACCEPTED, Answer.of(204))) {
            run(shell, service);
            Agent.Run second = run(shell, service);

            assertThat(second.code()).as(second.errors()).isZero();
            assertThat(service.lines()).containsExactly(PUSH, HEARTBEAT);
            assertThat(service.requests().get(1).text()).isEqualTo("{\"digest\": \"" + FakeService.DIGEST + "\"}");
            assertThat(service.requests().get(1).header("Content-type")).isEqualTo("application/json");
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void documentsFollowWhereTheServiceAsksForThem(String shell) throws IOException, InterruptedException {
        try (FakeService service = new FakeService(
                FakeService.ACCEPTED, Answer.of(412), FakeService.ACCEPTED, Answer.of(404), FakeService.ACCEPTED)) {
            run(shell, service);
            run(shell, service);
            run(shell, service);

            assertThat(service.lines()).containsExactly(PUSH, HEARTBEAT, PUSH, HEARTBEAT, PUSH);
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void aChangedHostSendsItsDocumentsAtOnce(String shell) throws IOException, InterruptedException {
        try (FakeService service = new FakeService()) {
            run(shell, service);
            host("[client]\nrbd cache = false\n");
            run(shell, service);

            assertThat(service.lines()).containsExactly(PUSH, PUSH);
            assertThat(service.requests().get(1).text()).contains("rbd cache = false");
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void aBusyOrDroppingServiceIsTriedAgainAfterLongerAndLongerPauses(String shell)
            throws IOException, InterruptedException {
        try (FakeService service = new FakeService(
                Answer.of(0), Answer.of(503), new Answer(429, "{}", Map.of("Retry-After", "7")), Answer.of(502))) {
            Agent.Run run = run(shell, service);

            assertThat(run.code()).as(run.errors()).isZero();
            assertThat(service.lines()).containsExactly(PUSH, PUSH, PUSH, PUSH, PUSH);
            assertThat(pause(service, 0)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
            assertThat(pause(service, 1)).isGreaterThanOrEqualTo(Duration.ofMillis(1900));
            assertThat(pause(service, 2)).isGreaterThanOrEqualTo(Duration.ofMillis(6900));
            assertThat(pause(service, 3)).isGreaterThanOrEqualTo(Duration.ofMillis(4900));
        }
    }

    private static Duration pause(FakeService service, int request) {
        return Duration.ofNanos(service.requests().get(request + 1).at()
                - service.requests().get(request).at());
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void aPauseLongerThanTheRunMayLastIsNotBegun(String shell) throws IOException, InterruptedException {
        try (FakeService service = new FakeService(new Answer(503, "", Map.of("Retry-After", "3000")))) {
            Agent.Run run = run(shell, service, "--retry-for", "60");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.errors()).contains("answered 503: given up, the set is kept");
            assertThat(service.lines()).containsExactly(PUSH);
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void aSetThatWasNotSentIsKeptAndTheNewestStateFollows(String shell) throws IOException, InterruptedException {
        FakeService gone = new FakeService();
        gone.close();
        Agent.Run away = run(shell, gone, "--retry-for", "2");
        assertThat(away.code()).isEqualTo(3);
        assertThat(state.resolve("pending.body")).content().contains("rbd cache = true");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                .isEqualTo("rwx------");

        host("[client]\nrbd cache = newest\n");
        try (FakeService back = new FakeService()) {
            Agent.Run run = run(shell, back);

            assertThat(run.code()).as(run.errors()).isZero();
            assertThat(back.lines()).containsExactly(PUSH);
            assertThat(back.requests().get(0).text()).contains("rbd cache = newest");
            assertThat(state.resolve("pending.body")).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void aRefusalIsToldAndNotTriedAgain(String shell) throws IOException, InterruptedException {
        Answer refusal = new Answer(
                400,
                "{\"title\":\"The request is not valid\",\"errors\":[{\"pointer\":\"/manifest/0\"}]}",
                Map.of("Content-Type", "application/problem+json"));
        try (FakeService service = new FakeService(refusal)) {
            Agent.Run run = run(shell, service);

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.errors()).contains("answered 400", "The request is not valid", "/manifest/0");
            assertThat(service.lines()).containsExactly(PUSH);
            assertThat(state.resolve("accepted.digest")).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("io.cacheaudit.agent.Agent#shells")
    void aRunThatEndsLeavesNothingButTheSet(String shell) throws IOException, InterruptedException {
        try (FakeService service = new FakeService()) {
            run(shell, service);
        }
        try (Stream<Path> left = Files.list(state)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("accepted.body", "accepted.digest");
        }
    }
}
