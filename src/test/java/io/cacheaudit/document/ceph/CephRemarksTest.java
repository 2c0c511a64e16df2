package io.cacheaudit.document.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.Tables;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.ceph.CephRemark.Reason;
import io.cacheaudit.version.Versions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CephRemarksTest {
    private static CephDialects dialects;
    private static LibrbdOptions options;

    @BeforeAll
    static void readTables() throws IOException {
        dialects = Tables.cephDialects();
        options = Tables.librbdOptions();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0.87|[client]~rbd cache = yes~|BAD_VALUE|client|rbd_cache|2:1",
                "0.87|[client]~rbd-cache = 1~|KEY_NEVER_MATCHES|client|rbd_cache|2:1",
                "0.87|[client]~RBD Cache = 1~|KEY_NEVER_MATCHES|client|rbd_cache|2:1",
                "0.87|[client]~rbd\tcache = 1~|KEY_NEVER_MATCHES|client|rbd_cache|2:1",
                "0.87|[client]~rbd__cache = 1~|KEY_NEVER_MATCHES|client|rbd_cache|2:1",
                "18.2.7|[client]~rbd\\ cache = 1~|KEY_NEVER_MATCHES|client|rbd_cache|2:1",
                "0.87|[osd]~rbd cache = 1~|SECTION_NO_CLIENT_READS|osd|rbd_cache|2:1",
                "0.87|[Client]~rbd cache = 1~|SECTION_NO_CLIENT_READS|Client|rbd_cache|2:1",
                "18.2.7|[ client ]~rbd cache = 1~|SECTION_NO_CLIENT_READS| client |rbd_cache|2:1",
                "0.87|[client.admin]~rbd cache = 1~|OTHER_CLIENT|client.admin|rbd_cache|2:1",
                "0.87|[client]~rbd cache = 1~rbd_cache = 0~|OVERRIDDEN_LATER|client|rbd_cache|2:1",
                "0.87|[client]~rbd cache policy = writeback~|NO_SUCH_OPTION|client|rbd_cache_policy|2:1",
                "0.87|[client]~rbd cache~|SKIPPED_LINE|client|rbd_cache|2:1",
                "18.2.7|[client]~rbd cache = 1|FILE_REFUSED|client|rbd_cache|2:1",
                "16.2.15+ds-0+deb12u2|[client]~rbd cache = 1~log file = /é~|FILE_REFUSED|client|rbd_cache|2:1",
            })
    void assignmentInVainIsRemarked(String librbd, String text, Reason reason, String section, String key, String at) {
        assertThat(remarks(librbd, text.replace('~', '\n'))).singleElement().satisfies(remark -> {
            assertThat(remark.reason()).isEqualTo(reason);
            assertThat(remark.section()).isEqualTo(section);
            assertThat(remark.key()).isEqualTo(key);
            assertThat(remark.at().toString()).isEqualTo("ceph.conf:" + at);
            assertThat(remark.why()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.87|[client]~rbd cache = true~",
                "0.87|[ client ]~rbd cache = true~",
                "0.87|[client.cinder]~rbd cache = 0~",
                "0.87|rbd cache = 0~",
                "18.2.7|[client]~rbd\tcache = 0~",
                "18.2.7|[client]~log-file = x~[osd]~osd data = y~",
                "0.87|[client]~# rbd cache = yes~",
            })
    void assignmentThatCountsIsNot(String librbd, String text) {
        assertThat(remarks(librbd, text.replace('~', '\n'))).isEmpty();
    }

    @Test
    void whereNoClientIsKnownNoSectionBelongsToAnother() {
        Document document = Document.present(Kind.CEPH_CONF, "ceph.conf", "[client.x]\nrbd cache = 1\n");
        CephDialects.Candidate candidate = candidate("0.87");

        assertThat(new CephRemarks(candidate, options, Set.of())
                        .of(document, CephConfParser.parse(document, candidate.dialect())))
                .isEmpty();
    }

    @Test
    void remarksStandInTheOrderOfTheFileAndRepeatNoValue() {
        List<CephRemark> remarks =
                remarks("0.87", "[client]\nrbd cache = sesame\nrbd-cache = sesame\nrbd cache size sesame\n");

        assertThat(remarks).extracting(remark -> remark.at().line()).containsExactly(2, 3, 4);
        assertThat(remarks.subList(0, 2).toString()).doesNotContain("sesame");
    }

    private static List<CephRemark> remarks(String librbd, String text) {
        Document document = Document.present(Kind.CEPH_CONF, "ceph.conf", text);
        CephDialects.Candidate candidate = candidate(librbd);
        CephConf conf = CephConfParser.parse(document, candidate.dialect());
        return new CephRemarks(candidate, options, Set.of("client.cinder")).of(document, conf);
    }

    private static CephDialects.Candidate candidate(String librbd) {
        return dialects.dialects(Versions.of(Map.of("librbd", librbd)))
                .candidates()
                .get(0);
    }
}
