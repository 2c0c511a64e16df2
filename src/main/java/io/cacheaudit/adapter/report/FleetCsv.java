package io.cacheaudit.adapter.report;

import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.version.Missing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Lists of the fleet as CSV of RFC 4180 in UTF-8, the names of the columns first. What is unknown is an empty cell. A cell
 * that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class FleetCsv {
    private static final String FORMULA = "=+-@\t\r";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private FleetCsv() {}

    /** Writes findings and leaves the stream open. */
    public static void findings(List<StoredFinding> findings, OutputStream out) throws IOException {
        CSVPrinter printer = printer(
                out,
                "host",
                "rule",
                "severity",
                "status",
                "subject",
                "message",
                "remediation",
                "fix_risk",
                "conditional",
                "missing",
                "document",
                "line",
                "first_seen",
                "last_seen",
                "closed_at",
                "closed_because",
                "fingerprint");
        for (StoredFinding stored : findings) {
            Finding finding = stored.finding();
            Evidence place =
                    finding.evidence().isEmpty() ? null : finding.evidence().get(0);
            row(
                    printer,
                    stored.host(),
                    finding.rule(),
                    finding.severity().word(),
                    finding.status(),
                    finding.subject().text(),
                    finding.message(),
                    finding.remediation(),
                    finding.fixRisk().word(),
                    finding.conditional(),
                    missing(finding.missing()),
                    place == null ? null : place.at().source(),
                    place == null || place.at().isWhole() ? null : place.at().line(),
                    stored.firstSeen(),
                    stored.lastSeen(),
                    stored.closedAt(),
                    stored.closedBecause(),
                    finding.fingerprint());
        }
        printer.flush();
    }

    /** Writes disks and leaves the stream open. */
    public static void disks(List<StoredDisk> disks, OutputStream out) throws IOException {
        CSVPrinter printer = printer(
                out,
                "host",
                "domain",
                "domain_uuid",
                "origin",
                "target",
                "device",
                "bus",
                "format",
                "source_type",
                "protocol",
                "source_name",
                "configured",
                "mode",
                "rbd_cache",
                "state",
                "holds_writes",
                "flushed",
                "unflushed",
                "never_flushing_guest",
                "conditional",
                "missing");
        for (StoredDisk disk : disks) {
            StoredDisk.RbdWords rbd = disk.rbd();
            row(
                    printer,
                    disk.host(),
                    disk.domain(),
                    disk.domainUuid(),
                    disk.origin(),
                    disk.target(),
                    disk.device(),
                    disk.bus(),
                    disk.format(),
                    disk.source().type(),
                    disk.source().protocol(),
                    disk.source().name(),
                    disk.configured(),
                    disk.mode(),
                    rbd == null ? null : rbd.enabled(),
                    rbd == null ? null : rbd.state(),
                    rbd == null ? null : rbd.holdsWrites(),
                    risk(disk, Writes.FLUSHED),
                    risk(disk, Writes.UNFLUSHED),
                    risk(disk, Writes.NEVER_FLUSHING_GUEST),
                    disk.conditional(),
                    missing(disk.missing()));
        }
        printer.flush();
    }

    private static CSVPrinter printer(OutputStream out, String... header) throws IOException {
        return new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                FORMAT.builder().setHeader(header).get());
    }

    private static void row(CSVPrinter printer, @Nullable Object... cells) throws IOException {
        for (Object cell : cells) {
            String text = cell == null ? "" : cell.toString();
            boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
            printer.print(formula ? "'" + text : text);
        }
        printer.println();
    }

    private static @Nullable String risk(StoredDisk disk, Writes writes) {
        Risk risk = disk.atRisk().get(writes);
        return risk == null ? null : risk.word();
    }

    private static String missing(List<Missing> missing) {
        return missing.stream().map(Missing::name).collect(Collectors.joining(" "));
    }
}
