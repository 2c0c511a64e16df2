package io.cacheaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The commands of the recipes in deploy/ci, and the start script they call, on a host that fails and one that passes. */
final class RecipesIT {
    private static final Path CI = Path.of("deploy/ci").toAbsolutePath();
    private static final Path SCRIPT = Path.of("deploy/bin/cache-audit").toAbsolutePath();
    private static final Path PROGRAM = Path.of(
                    System.getProperty("cache-audit.jar", "target/quarkus-app/quarkus-run.jar"))
            .toAbsolutePath();

    private final Path repository;

    RecipesIT(@TempDir Path repository) {
        this.repository = repository;
    }

    @BeforeEach
    void twoHosts() throws IOException {
        Files.createDirectories(repository.resolve("hosts"));
        Files.createSymbolicLink(
                repository.resolve("hosts/bad"), Path.of("deploy/sample-host").toAbsolutePath());
        Files.createSymbolicLink(
                repository.resolve("hosts/good"),
                Path.of("deploy/sample-fleet/compute-01").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({"bad, 1", "good, 0"})
    void githubActions(String host, int code) throws Exception {
        Map<?, ?> job = map(map(yaml("github-actions.yml").get("jobs")).get("gate"));
        List<String> commands = new ArrayList<>();
        for (Object step : list(job.get("steps"))) {
            if (map(step).get("run") != null
                    && !"Build the program".equals(map(step).get("name"))) {
                commands.add(text(map(step).get("run")));
            }
        }
        assertThat(commands).hasSize(2);

        Run gate = run(commands.get(0), host);
        Run summary = run(commands.get(1), host);

        assertThat(gate.code()).as(gate.output()).isEqualTo(code);
        assertThat(gate.output().contains("::error")).isEqualTo(code == 1);
        assertThat(summary.code()).isZero();
        assertThat(repository.resolve("cache-audit.sarif")).content().contains("\"version\":\"2.1.0\"");
        assertThat(repository.resolve("step-summary")).content().contains(code == 1 ? "FAIL" : "PASS");
    }

    @ParameterizedTest
    @CsvSource({"bad, 1", "good, 0"})
    void gitlab(String host, int code) throws Exception {
        Map<?, ?> job = map(yaml("gitlab-ci.yml").get("cache-audit"));
        String script = String.join(
                "\n", list(job.get("script")).stream().map(RecipesIT::text).toList());

        Run run = run(script, host);

        assertThat(run.code()).as(run.output()).isEqualTo(code);
        Map<?, ?> reports = map(map(job.get("artifacts")).get("reports"));
        for (Object report : reports.values()) {
            assertThat(repository.resolve(text(report))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @CsvSource({"bad, 1", "good, 0"})
    void jenkins(String host, int code) throws Exception {
        Matcher steps =
                Pattern.compile("sh '''(.*?)'''", Pattern.DOTALL).matcher(Files.readString(CI.resolve("Jenkinsfile")));
        assertThat(steps.find()).isTrue();

        Run run = run(steps.group(1), host);

        assertThat(run.code()).as(run.output()).isEqualTo(code);
        assertThat(repository.resolve("cache-audit.xml")).content().contains("<testsuite");
        assertThat(steps.find()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"bad, 1", "good, 0"})
    void zuul(String host, int code) throws Exception {
        Object playbook = new Yaml().load(Files.readString(CI.resolve("zuul-playbook.yaml")));
        Map<?, ?> task = map(list(map(list(playbook).get(0)).get("tasks")).get(0));

        Run run = run(text(map(task.get("ansible.builtin.shell")).get("cmd")), host);

        assertThat(run.code()).as(run.output()).isEqualTo(code);
        assertThat(repository.resolve("cache-audit.md")).content().contains(code == 1 ? "FAIL" : "PASS");
    }

    @ParameterizedTest
    @CsvSource({
        "hosts/bad/etc/ceph/ceph.conf, 1",
        "hosts/good/etc/ceph/ceph.conf hosts/good/etc/nova/nova.conf, 0",
        "hosts/bad/etc/ceph/ceph.conf hosts/good/etc/nova/nova.conf, 1"
    })
    void preCommit(String changed, int code) throws Exception {
        Map<?, ?> repo = map(list(yaml("pre-commit-config.yaml").get("repos")).get(0));
        String entry = text(map(list(repo.get("hooks")).get(0)).get("entry"));

        Run run = run(entry + " " + changed, "");

        assertThat(run.code()).as(run.output()).isEqualTo(code);
    }

    @NeedsTool("curl")
    @ParameterizedTest
    @CsvSource({"bad, 1, FAIL", "good, 0, PASS"})
    void curl(String host, int code, String verdict, @TempDir Path home) throws Exception {
        try (RunningService service =
                RunningService.start("java -jar " + PROGRAM + " serve --data " + home.resolve("data"), home)) {
            Run run = run("CACHE_AUDIT=http://127.0.0.1:" + service.port() + " " + CI.resolve("curl.sh"), host);

            assertThat(run.code()).as(run.output()).isEqualTo(code);
            assertThat(run.output()).contains(verdict + " (fails on high)");
        }
    }

    @NeedsTool("curl")
    @Test
    void curlToNobodyIsNoPass() throws Exception {
        assertThat(run("CACHE_AUDIT=http://127.0.0.1:1 " + CI.resolve("curl.sh"), "good")
                        .code())
                .isEqualTo(2);
        assertThat(run("CACHE_AUDIT=http://127.0.0.1:1 " + CI.resolve("curl.sh"), "typo")
                        .output())
                .contains("there is no hosts/typo/etc");
    }

    @Test
    void scriptFindsTheProgramThroughALink() throws Exception {
        Files.createSymbolicLink(repository.resolve("ca"), SCRIPT);

        Run run = run("./ca gate hosts/good", "");

        assertThat(run.code()).as(run.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CACHE_AUDIT_HOME=/nowhere cache-audit gate hosts/good",
                "JAVA_HOME=/nowhere cache-audit gate hosts/good"
            })
    void scriptThatCannotStartTheProgramIsNoVerdict(String command) throws Exception {
        Run run = run(command, "");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.output()).contains("/nowhere");
    }

    private record Run(int code, String output) {}

    private Run run(String command, String host) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-ec", command)
                .directory(repository.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", SCRIPT.getParent() + File.pathSeparator + environment.getOrDefault("PATH", ""));
        environment.put("CACHE_AUDIT_HOME", String.valueOf(PROGRAM.getParent()));
        environment.put(
                "GITHUB_STEP_SUMMARY", repository.resolve("step-summary").toString());
        environment.put("HOST", host);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
        return new Run(process.exitValue(), output);
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        return map(new Yaml().load(Files.readString(CI.resolve(file))));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    private static String text(@Nullable Object value) {
        return (String) Objects.requireNonNull(value);
    }
}
