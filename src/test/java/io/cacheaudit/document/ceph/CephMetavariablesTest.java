package io.cacheaudit.document.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.Tables;
import io.cacheaudit.document.ceph.CephMetavariables.Context;
import io.cacheaudit.document.ceph.CephMetavariables.Expansion;
import io.cacheaudit.version.Versions;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CephMetavariablesTest {
    private static final Map<String, String> OPTIONS =
            Map.of("run_dir", "/r/$id", "pid_file", "$run_dir/p", "loop", "$loop", "host", "node7");

    private static CephDialects dialects;

    @BeforeAll
    static void readTables() throws IOException {
        dialects = Tables.cephDialects();
    }

    /** The last column lists what only the running process can tell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.87    | a $type $name $id $num $cluster b | a client client.cinder cinder cinder ceph b |",
                "0.87    | ${name}x                          | client.cinderx                              |",
                "0.87    | $name_x                           | $name_x                                     |",
                "0.87    | $NAME                             | $NAME                                       |",
                "0.87    | $$name                            | $client.cinder                              |",
                "0.87    | a ${name b                        | a ${name b                                  |",
                "14.2.21 | a ${name b                        | a $ b                                       |",
                "14.2.21 | a ${name                          | a $                                         |",
                "0.87    | a $                               | a $                                         |",
                "14.2.21 | a $                               | a $                                         |",
                "0.87    | /pre/$home/x                      | /pre/$home/x                                |",
                "14.2.21 | /pre/$home/x                      | /h/x                                        |",
                "0.87    | $pid_file                         | /r/cinder/p                                 |",
                "0.87    | $pid                              | $pid                                        | $pid",
                "0.80.7  | $cctid                            | $cctid                                      |",
                "0.80.8  | $cctid                            | $cctid                                      | $cctid",
                "0.87    | $cctid                            | $cctid                                      |",
                "0.87.1  | $cctid                            | $cctid                                      | $cctid",
                "14.2.21 | $host                             | node7                                       |",
                "17.2.9  | $host                             | $host                                       | $host",
                "0.87    | $loop                             | $loop                                       | $loop",
            })
    void variableIsReplacedByTheRuleOfTheRelease(String librbd, String raw, String text, String unresolved) {
        Expansion expansion = CephMetavariables.expand("log_file", raw, rule(librbd), context(OPTIONS));

        assertThat(expansion.text()).isEqualTo(text);
        assertThat(String.join(" ", expansion.unresolved())).isEqualTo(unresolved == null ? "" : unresolved);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void optionsThatMultiplyOneAnotherAreBounded() {
        Map<String, String> options =
                Map.of("a", "$b".repeat(50_000), "b", "$c".repeat(50_000), "c", "$d".repeat(50_000), "d", "");

        Expansion expansion = CephMetavariables.expand("log_file", "$a", rule("20.2.4"), context(options));

        assertThat(expansion.unresolved()).isNotEmpty();
    }

    private static CephMetavariables.Rule rule(String librbd) {
        return dialects.dialects(Versions.of(Map.of("librbd", librbd)))
                .only()
                .orElseThrow()
                .metavariables();
    }

    private static Context context(Map<String, String> options) {
        return new Context("client.cinder", "ceph", "/h", name -> Optional.ofNullable(options.get(name)));
    }
}
