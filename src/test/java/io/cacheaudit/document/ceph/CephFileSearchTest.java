package io.cacheaudit.document.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.Tables;
import io.cacheaudit.document.Presence;
import io.cacheaudit.document.ceph.CephFileSearch.Result;
import io.cacheaudit.version.Versions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CephFileSearchTest {
    private static CephDialects dialects;

    @BeforeAll
    static void readTables() throws IOException {
        dialects = Tables.cephDialects();
    }

    /** Columns: release, CEPH_CONF, what the host said, the file that is read, and every step. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0.87    | - | /etc/ceph/ceph.conf present | /etc/ceph/ceph.conf | READ FOUND_EARLIER FOUND_EARLIER",
                "18.2.7  | - | /etc/ceph/ceph.conf present | /etc/ceph/ceph.conf | READ FOUND_EARLIER FOUND_EARLIER",
                "18.2.7  | - | /etc/ceph/ceph.conf absent  | -                   | ABSENT UNSPOKEN UNSPOKEN",
                "18.2.7  | - | -                           | -                   | UNSPOKEN UNSPOKEN UNSPOKEN",
                "0.87    | - | /etc/ceph/ceph.conf absent /h/.ceph/ceph.conf present | - | ABSENT ABSENT UNSPOKEN",
                "14.2.21 | - | /etc/ceph/ceph.conf absent /h/.ceph/ceph.conf present | /h/.ceph/ceph.conf | ABSENT READ FOUND_EARLIER",
                "14.2.21 | - | /h/.ceph/ceph.conf present  | /h/.ceph/ceph.conf  | UNSPOKEN READ FOUND_EARLIER",
                "14.2.21 | - | /etc/ceph/ceph.conf unreadable | - | STOPPED FOUND_EARLIER FOUND_EARLIER",
                "15.2.17 | - | /etc/ceph/ceph.conf unreadable | - | READ_AS_EMPTY FOUND_EARLIER FOUND_EARLIER",
                "16.2.15 | - | /etc/ceph/ceph.conf unreadable /h/.ceph/ceph.conf present | /h/.ceph/ceph.conf | SKIPPED READ FOUND_EARLIER",
                "0.87    | '' | /etc/ceph/ceph.conf present | - | ''",
                "0.87    | /a /b | /a absent /b present | /b | ABSENT READ",
                "16.2.15 | '/a b' | /etc/ceph/ceph.conf present | - | UNSPOKEN",
                "16.2.15 | /a;/b | /a absent /b present | /b | ABSENT READ",
                "16.2.15 | /a | /etc/ceph/ceph.conf present /a absent | - | ABSENT",
            })
    void firstFileThatOpensIsRead(
            String librbd, @Nullable String cephConf, @Nullable String said, @Nullable String read, String steps) {
        CephFileSearch.Rule rule = dialects.dialects(Versions.of(Map.of("librbd", librbd)))
                .only()
                .orElseThrow()
                .search();

        Result result = CephFileSearch.search(rule, cephConf, "/h", presences(said));

        assertThat(result.read()).isEqualTo(read);
        assertThat(result.places().stream().map(place -> place.step().name()).collect(Collectors.joining(" ")))
                .isEqualTo(steps);
        assertThat(result.unspoken().size()).isEqualTo(steps.split("UNSPOKEN", -1).length - 1);
    }

    private static Map<String, Presence> presences(@Nullable String said) {
        Map<String, Presence> presences = new LinkedHashMap<>();
        String[] words = said == null ? new String[0] : said.trim().split(" +", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            presences.put(words[i], Presence.of(words[i + 1]).orElseThrow());
        }
        return presences;
    }
}
