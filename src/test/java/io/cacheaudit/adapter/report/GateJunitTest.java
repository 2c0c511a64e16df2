package io.cacheaudit.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.audit.gate.GateResult;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;

/** JUnit XML as Maven's own reader takes it. */
class GateJunitTest {
    @Test
    void everyRoleOfAFindingHasItsOutcome() throws Exception {
        List<ReportTestCase> cases = read(GateSamples.everything());

        // 13 disks fail; the unknown, the error, the open passes and the broken document are errors.
        assertThat(cases).hasSize(20);
        assertThat(cases).filteredOn(ReportTestCase::hasFailure).hasSize(13);
        assertThat(cases).filteredOn(ReportTestCase::hasError).hasSize(4);
        assertThat(cases).filteredOn(ReportTestCase::hasSkipped).hasSize(2);
        assertThat(cases)
                .filteredOn(ReportTestCase::isSuccessful)
                .extracting(ReportTestCase::getName)
                .containsExactly("disk:vm1/vdc");
    }

    @Test
    void failureTellsWhatWhereAndHowToMend() throws Exception {
        ReportTestCase failed = read(GateSamples.everything()).stream()
                .filter(ReportTestCase::hasFailure)
                .findFirst()
                .orElseThrow();

        assertThat(failed.getFullClassName()).isEqualTo("cache-audit.rbd-cache-without-writeback");
        assertThat(failed.getFailureMessage()).startsWith("FAIL high: instance-00000068/vdb: rbd_cache is on");
        assertThat(failed.getFailureDetail())
                .contains("at /etc/ceph/ceph.conf:3:1: rbd cache = true", "fix: In /etc/ceph/ceph.conf write");
    }

    @Test
    void answerWithoutFindingsIsNoEmptyReport() throws Exception {
        assertThat(read(GateSamples.nothing())).hasSize(1).allMatch(ReportTestCase::isSuccessful);
    }

    @Test
    void hostileNamesAreReadBack() throws Exception {
        List<ReportTestCase> cases = read(GateSamples.hostile());

        assertThat(cases).hasSize(3);
        assertThat(cases.get(1).getName()).startsWith("disk:x|`<b>&'\"]]>\\u{7}\\u{d800}");
    }

    /** The reader makes a suite of every class it meets. */
    private static List<ReportTestCase> read(GateResult result) throws Exception {
        byte[] xml = GateFormat.JUNIT.bytes(result, ReportPaths.ofHost());
        return new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8)).stream()
                        .map(ReportTestSuite::getTestCases)
                        .flatMap(List::stream)
                        .toList();
    }
}
