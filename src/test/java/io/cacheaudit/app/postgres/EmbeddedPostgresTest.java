package io.cacheaudit.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EmbeddedPostgresTest {
    private final Path parent;

    EmbeddedPostgresTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void restartKeepsRowsAndPassword() throws Exception {
        Path directory = parent.resolve("data");
        String password;
        try (EmbeddedPostgres first = EmbeddedPostgres.start(directory, Keeping.KEPT)) {
            query(first, "CREATE TABLE kept AS SELECT 42 AS answer");
            password = first.password();
            assertThat(query(first, "SHOW fsync")).isEqualTo("on");
            assertThat(query(first, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(first, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(query(first, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                    .isEqualTo("rw-------");
        }

        try (EmbeddedPostgres second = EmbeddedPostgres.start(directory, Keeping.KEPT)) {
            assertThat(second.password()).isEqualTo(password);
            assertThat(query(second, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void directoryInUseIsRefused() throws Exception {
        Path directory = parent.resolve("data");
        try (EmbeddedPostgres first = EmbeddedPostgres.start(directory, Keeping.THROWN_AWAY)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory, Keeping.THROWN_AWAY))
                    .isInstanceOf(PostgresException.class)
                    .hasMessageContaining("another process uses the data directory");
            assertThat(query(first, "SELECT 1")).isEqualTo("1");
        }
        assertThat(directory).doesNotExist();
    }

    @Test
    void serverOfAKilledProgramIsStoppedAndItsRowsAreKept() throws Exception {
        Path directory = parent.resolve("data");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrphanMaker.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(program.inputReader().readLine()).isEqualTo("started");
        program.destroyForcibly().waitFor();
        long orphan =
                Long.parseLong(Files.readAllLines(directory.resolve("cluster").resolve("postmaster.pid"))
                        .get(0));
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (EmbeddedPostgres healed = EmbeddedPostgres.start(directory, Keeping.KEPT)) {
            assertThat(query(healed, "SELECT answer FROM kept")).isEqualTo("42");
            // A process that ended and that nobody reaps has no command.
            assertThat(ProcessHandle.of(orphan).flatMap(handle -> handle.info().command()))
                    .isEmpty();
        }
    }

    @Test
    void foreignFilesAreNotMixedWithOurs() throws IOException {
        Files.writeString(parent.resolve("letter"), "dear");

        assertThatThrownBy(() -> EmbeddedPostgres.start(parent, Keeping.KEPT))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("name an empty directory in --data");
    }

    @Test
    void binariesAreNamedByPlatform() throws PostgresException {
        assertThat(Platform.of("Linux", "amd64").archive()).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(Platform.of("Linux", "aarch64").archive()).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(Platform.of("Mac OS X", "aarch64").archive()).isEqualTo("postgres-darwin-arm_64.txz");
        assertThatThrownBy(() -> Platform.of("Plan 9", "mips"))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void platformWithoutBinariesInTheBuildIsNamed() {
        assertThatThrownBy(() -> Binaries.unpack(new Platform("linux", "riscv"), parent))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("postgres-linux-riscv.txz");
    }

    static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** A program that starts a server and never stops it. */
    static final class OrphanMaker {
        private OrphanMaker() {}

        public static void main(String[] args) throws Exception {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), Keeping.KEPT);
            query(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
            System.out.println("started");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
