package io.cacheaudit.document.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.Tables;
import io.cacheaudit.version.BehaviourRow;
import io.cacheaudit.version.VersionTable;
import io.cacheaudit.version.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LibrbdOptionsTest {
    private static final Path DEFAULTS = Path.of("src/test/resources/cases/ceph/librbd_defaults.csv");
    /** No option of the cache; when it came to the stable series is not established. */
    private static final String LEFT_OUT = "rbd_non_blocking_aio";

    private static LibrbdOptions options;
    private static CephDialects dialects;

    @BeforeAll
    static void readTables() throws IOException {
        options = Tables.librbdOptions();
        dialects = Tables.cephDialects();
    }

    static List<String> defaults() throws IOException {
        return Files.readAllLines(DEFAULTS).stream()
                .skip(1)
                .filter(line -> !line.contains("," + LEFT_OUT + ","))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void defaultAndTypeAreThoseOfTheRelease(String line) {
        String[] fields = line.split(",", -1);
        LibrbdOption option = option(fields[1], fields[0]);

        assertThat(option.exists()).isEqualTo(!fields[2].equals("absent"));
        if (option.exists()) {
            assertThat(comparable(option.compiledDefault())).isEqualTo(comparable(fields[2]));
        }
        if (option.type() != null && !fields[3].isEmpty()) {
            assertThat(option.type().name().toLowerCase(Locale.ROOT)).isEqualTo(fields[3]);
        }
    }

    @Test
    void everyDefaultIsAValueOfItsOption() {
        for (String release : List.of("0.67", "0.80.11", "9.2.1", "12.2.13", "14.2.21", "15.2.17", "20.2.4")) {
            CephDialect dialect = dialects.dialects(versions(release)).only().orElseThrow();
            for (String name : options.names()) {
                LibrbdOption option = option(name, release);
                assertThat(option.defaultValue(dialect).isPresent()).as(name).isEqualTo(option.exists());
            }
        }
    }

    @Test
    void developmentReleaseBetweenTwoThatDifferIsNotClaimed() {
        assertThat(options.option("rbd_cache_size", versions("12.1.0")).row()).isEmpty();
        assertThat(options.option("rbd_cache_size", versions("12.1.0")).missing())
                .isNotEmpty();
    }

    /** Sizes as each suffix rule reads them; an empty value is refused. Source: ceph.md section 6, executed. */
    @ParameterizedTest
    @CsvSource({
        "0.80.5, rbd_cache_size, 64M,",
        "0.80.5, rbd_cache_size, 64, 64",
        "0.80.6, rbd_cache_size, 64M, 67108864",
        "0.81, rbd_cache_size, 64B, 64",
        "0.94.10, rbd_cache_size, 1T, 1099511627776",
        "12.2.7, rbd_cache_size, 64M, 67108864",
        "12.2.8, rbd_cache_size, 64M, 64000000",
        "12.2.13, rbd_cache_size, 64Mi,",
        "13.2.0, rbd_cache_size, 64M, 67108864",
        "14.2.21, rbd_cache_size, 64Mi, 67108864",
        "14.2.21, rbd_cache_size, 64MB, 67108864",
        "18.2.7, rbd_cache_size, 64MiB,",
        "19.2.3, rbd_cache_size, 64MiB, 67108864",
        "20.2.4, rbd_cache_size, 64KB, 65536",
        "20.2.4, rbd_cache_size, 64Bi,",
        "20.2.4, rbd_cache_size, 64m,",
        "20.2.4, rbd_cache_size, 6.5M,",
        "20.2.4, rbd_cache_size, 0x10,",
        "20.2.4, rbd_cache_size, 1e7,",
        "20.2.4, rbd_cache_size, '32 M',",
        "20.2.4, rbd_cache_size, 9223372036854775807, 9223372036854775807",
        "20.2.4, rbd_cache_size, 9223372036854775808,",
        "0.80.11, rbd_cache_size, 9E, ",
        "12.2.13, rbd_cache_max_dirty, -1, -1",
        "13.2.0, rbd_cache_max_dirty, -1,",
        "0.80.11, rbd_cache_max_dirty_object, 2K, 2048",
        "12.2.8, rbd_cache_max_dirty_object, 2K, 2000",
        "20.2.4, rbd_cache_max_dirty_object, 2K, 2000",
        "20.2.4, rbd_cache_max_dirty_object, 2Ki,",
        "16.2.15, rbd_persistent_cache_size, 30G, 30000000000",
        "16.2.15, rbd_cache_size, 30G, 32212254720",
        "0.80.11, rbd_cache, TRUE, true",
        "0.80.11, rbd_cache, yes,",
        "20.2.4, rbd_cache, on,",
        "20.2.4, rbd_cache, t,",
        "20.2.4, rbd_cache, '',",
        "20.2.4, rbd_cache, -1, true",
        "20.2.4, rbd_cache, 4294967296,",
        "0.94.2, rbd_cache_max_dirty_age, 2s, 2",
        "0.94.2, rbd_cache_max_dirty_age, '', 0",
        "0.94.3, rbd_cache_max_dirty_age, 2s,",
        "9.0.1, rbd_cache_max_dirty_age, abc, 0",
        "9.0.2, rbd_cache_max_dirty_age, abc,",
        "20.2.4, rbd_cache_max_dirty_age, 2.5, 2.5",
        "20.2.4, rbd_cache_max_dirty_age, 1e400,",
        "20.2.4, rbd_cache_policy, Writeback,",
        "20.2.4, rbd_cache_policy, writethrough, writethrough",
        "14.2.21, rbd_cache_policy, writeback,",
    })
    void rawValueIsReadByTheRuleOfTheRelease(String release, String name, String raw, String expected) {
        CephDialect dialect = dialects.dialects(versions(release)).only().orElseThrow();

        String read = option(name, release)
                .convert(raw, dialect)
                .fold(accepted -> accepted.value().printed(), rejected -> "refused", undetermined -> "open");

        assertThat(read).isEqualTo(expected == null ? "refused" : expected);
    }

    private static LibrbdOption option(String name, String release) {
        VersionTable.Match<BehaviourRow<LibrbdOption>> match = options.option(name, versions(release));
        return match.row().orElseThrow().behaviour();
    }

    private static Versions versions(String librbd) {
        return Versions.of(Map.of("librbd", librbd));
    }

    private static String comparable(String text) {
        return text.replaceAll("\\.0+$", "");
    }
}
