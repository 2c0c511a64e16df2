package io.cacheaudit.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cacheaudit.audit.RuleSource.LoadException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleDirectoryTest {
    private static final String RULE = """
            id: one
            title: One
            subject: disk
            when: readonly
            severity: low
            message: "{domain}."
            why: Because.
            remediation: Do it.
            fix_risk: none
            sources: [QEMU v2.2.0]
            since: 0.1.0
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void aPackOfOneRule() throws IOException {
        write("pack.yaml", "name: own\nversion: 1.0.0\n");
        write("family/one/rule.yaml", RULE);
        write("precedence/table.yaml", "table: table\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private LoadException failure() {
        return catchThrowableOfType(LoadException.class, () -> RuleDirectory.of(directory));
    }

    @Test
    void readsRulesAndPrecedenceTables() {
        RuleDirectory read = RuleDirectory.of(directory);

        assertThat(read.pack().id().name()).isEqualTo("own");
        assertThat(read.pack().rules())
                .extracting(rule -> rule.family() + "/" + rule.id())
                .containsExactly("family/one");
        assertThat(read.precedence()).containsOnlyKeys("table");
    }

    @Test
    void theDigestSpeaksOfEveryFile() throws IOException {
        String before = RuleDirectory.of(directory).pack().id().digest();

        write("family/one/cases/a/ceph.conf", "[client]\n");

        assertThat(RuleDirectory.of(directory).pack().id().digest()).isNotEqualTo(before);
    }

    @Test
    void namesEveryProblemOfEveryFile() throws IOException {
        write("family/two/rule.yaml", RULE.replace("{domain}", "{doman}").replace("severity: low", "severity: lwo"));
        write("precedence/other.yaml", "a: &x 1\nb: *x\n");

        assertThat(failure().problems())
                .extracting(problem ->
                        problem.toString().substring(directory.toString().length() + 1))
                .containsExactly(
                        "family/two/rule.yaml:1:5: error: id: expected the folder's name \"two\", found \"one\"",
                        "family/two/rule.yaml:5:11: error: severity: expected a last one without a condition",
                        "family/two/rule.yaml:5:11: error: unknown severity \"lwo\", did you mean \"low\"?",
                        "family/two/rule.yaml:6:12: error: unknown field \"doman\", did you mean \"domain\"?",
                        "precedence/other.yaml:2:4: error: aliases are not allowed");
    }

    @Test
    void aMissingManifestIsAProblem() throws IOException {
        Files.delete(directory.resolve("pack.yaml"));

        assertThat(failure()).hasMessage(directory + "/pack.yaml: error: missing");
    }

    @Test
    void theSameIdInTwoFamiliesIsAProblem() throws IOException {
        write("other/one/rule.yaml", RULE);

        assertThat(failure()).hasMessageContaining("other/one/rule.yaml:1:1: error: duplicate rule \"one\", first at ");
    }

    @Test
    void readsTheSameFromAJarAndFromADirectory() throws IOException {
        Path jar = directory.resolveSibling(directory.getFileName() + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String path : List.of("pack.yaml", "family/one/rule.yaml", "precedence/table.yaml")) {
                zip.putNextEntry(new ZipEntry("rules/" + path));
                zip.write(Files.readAllBytes(directory.resolve(path)));
                zip.closeEntry();
            }
        }

        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(RuleDirectory.ofClassPath(loader).pack().id())
                    .isEqualTo(RuleDirectory.of(directory).pack().id());
        }
    }
}
