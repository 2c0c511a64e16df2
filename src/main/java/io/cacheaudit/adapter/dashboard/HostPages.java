package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.HostPage.DocumentLine;
import io.cacheaudit.adapter.dashboard.HostPage.Shown;
import io.cacheaudit.adapter.dashboard.HostPage.Unknown;
import io.cacheaudit.adapter.dashboard.disk.DiskPanel;
import io.cacheaudit.adapter.dashboard.disk.DiskPanels;
import io.cacheaudit.adapter.dashboard.text.DiskPath;
import io.cacheaudit.adapter.dashboard.text.Excerpts;
import io.cacheaudit.adapter.dashboard.text.Moment;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.HostAudits;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.PrecedenceCatalog;
import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.document.Document;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.version.Missing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the pages of a host and of its disks from its stored set. */
@ApplicationScoped
class HostPages {
    /** How many findings, problems and documents one page shows. */
    static final int SHOWN = 100;
    /** How many disks a host's page explains in full; the others have a page each. */
    static final int PANELS = 6;

    private static final int UNKNOWNS = 20;
    private static final int HISTORY = 12;
    private static final int CLOSED = 8;

    private final AuditStore store;
    private final FleetStore fleet;
    private final HostAudits audits;
    private final PrecedenceCatalog rows;
    private final Clock clock;

    HostPages(AuditStore store, FleetStore fleet, HostAudits audits, PrecedenceCatalog rows, Clock clock) {
        this.store = store;
        this.fleet = fleet;
        this.audits = audits;
        this.rows = rows;
        this.clock = clock;
    }

    Optional<HostPage> host(String name, int diskPage) {
        return store.host(name)
                .flatMap(summary -> audits.stored(name).map(audited -> page(summary, audited, diskPage)));
    }

    /** The table of disks alone. */
    Optional<HostDisks> disks(String name, int diskPage) {
        return audits.stored(name)
                .map(audited -> HostDisks.of(name, HostDisks.worstFirst(audited.audit()), diskPage, true));
    }

    /** @param path of the disk's page below its host's, as {@link DiskPath} makes it */
    Optional<OneDiskPage> disk(String name, String path) {
        return audits.stored(name)
                .flatMap(audited -> audited.audit().effective().disks().stream()
                        .filter(disk -> DiskPath.of(DiskPanels.name(disk)).equals(path))
                        .findFirst()
                        .map(disk -> page(audited, disk)));
    }

    private OneDiskPage page(Audited audited, EffectiveDisk disk) {
        Audit audit = audited.audit();
        Subject subject = Subject.disk(disk.facts().domain(), disk.facts().target());
        return new OneDiskPage(
                audit.host(),
                new DiskPanels(audited, rows).of(disk, 1),
                FindingGroup.of(
                        audit.host(),
                        audit.findings().stream()
                                .filter(finding -> finding.subject().equals(subject))
                                .toList(),
                        new Excerpts(audited.redacted())));
    }

    private HostPage page(HostSummary summary, Audited audited, int diskPage) {
        Instant now = clock.instant();
        Audit audit = audited.audit();
        Map<String, String> versions = new TreeMap<>();
        audit.versions().forEach((component, text) -> versions.put(component, Printable.name(text)));
        List<EffectiveDisk> worst = HostDisks.worstFirst(audit);
        FindingQuery closed =
                new FindingQuery(audit.host(), null, null, null, false, FindingQuery.Order.NEWEST, CLOSED, null);
        return new HostPage(
                HostRow.of(summary, now),
                audit.digest(),
                Moment.of(summary.firstSeen(), now),
                Moment.of(audit.auditedAt(), now),
                Printable.name(summary.pack().name() + " " + summary.pack().version()),
                versions,
                Shown.of(FindingGroup.of(audit.host(), audit.findings(), new Excerpts(audited.redacted())), SHOWN),
                HostDisks.of(audit.host(), worst, diskPage, false),
                panels(audited, worst),
                unknowns(audit),
                Shown.of(
                        audit.problems().stream()
                                .map(problem -> Printable.name(problem.at().toString()) + ": "
                                        + Printable.of(problem.message()))
                                .toList(),
                        SHOWN),
                Shown.of(
                        audited.redacted().documents().stream()
                                .map(HostPages::line)
                                .toList(),
                        SHOWN),
                HistoryLine.of(fleet.pastAudits(audit.host(), HISTORY + 1), HISTORY, now),
                store.findings(closed).items().stream()
                        .map(found -> FindingRow.of(found, now))
                        .toList());
    }

    private List<DiskPanel> panels(Audited audited, List<EffectiveDisk> disks) {
        DiskPanels panels = new DiskPanels(audited, rows);
        List<DiskPanel> shown = new ArrayList<>();
        disks.stream().limit(PANELS).forEach(disk -> shown.add(panels.of(disk, shown.size() + 1)));
        return shown;
    }

    /** What most things wait for comes first. */
    private static List<Unknown> unknowns(Audit audit) {
        Map<Missing, Integer> waiting = new TreeMap<>();
        audit.findings().forEach(finding -> finding.missing().forEach(one -> waiting.merge(one, 1, Integer::sum)));
        audit.effective()
                .disks()
                .forEach(disk -> StoredDisk.of(audit.host(), disk)
                        .missing()
                        .forEach(one -> waiting.merge(one, 1, Integer::sum)));
        return waiting.entrySet().stream()
                .sorted(Map.Entry.<Missing, Integer>comparingByValue().reversed())
                .limit(UNKNOWNS)
                .map(entry -> Unknown.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static DocumentLine line(Document document) {
        return new DocumentLine(
                document.kind().word(),
                Printable.name(document.path()),
                Words.lower(document.presence()),
                document.isPresent() ? Words.number(document.content().length) : "");
    }
}
