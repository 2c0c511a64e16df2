package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.adapter.json.TreeJson;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.HostAudits;
import io.cacheaudit.audit.Lookup;
import io.cacheaudit.audit.PrecedenceCatalog;
import io.cacheaudit.audit.RuleCatalog;
import io.cacheaudit.audit.request.Limits;
import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.rule.PackId;
import io.cacheaudit.text.TreeReader;
import io.cacheaudit.text.TreeWriter;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the HTTP side is given in its own tests: a store in memory and audits made by hand. */
@Singleton
@Alternative
public final class WebBeans {
    private final MemoryStore store = new MemoryStore();
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @Produces
    @Singleton
    AuditStore store() {
        return store;
    }

    @Produces
    @Singleton
    FleetStore fleet() {
        return new MemoryFleet(store);
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }

    @Produces
    @Singleton
    Limits limits() {
        return Limits.DEFAULT;
    }

    @Produces
    @Singleton
    TreeReader reader() {
        return new JsonTreeReader(Limits.DEFAULT.contentBytes());
    }

    @Produces
    @Singleton
    TreeWriter writer() {
        return new TreeJson();
    }

    @Produces
    @Singleton
    HostAudits audits() {
        return new HostAudits(
                (set, at) -> new Audited(set, SampleAudits.of(set, at), Audited.DEFAULT_INTERVAL), store, clock);
    }

    @Produces
    @Singleton
    Lookup lookup() {
        return new Lookup(Map.of("echo", question -> question));
    }

    @Produces
    @Singleton
    PrecedenceCatalog precedence() {
        return id -> id.equals("rbd-qemu-first-flat")
                ? Optional.of(new PrecedenceCatalog.RowPage(
                        id,
                        "rbd-option",
                        Map.of("qemu", ">=1.2.0 <2.4.0"),
                        List.of(List.of("drive_option", "conf_option"), List.of("ceph_conf")),
                        List.of("QEMU v2.2.0 block/rbd.c qemu_rbd_open"),
                        "executed",
                        null))
                : Optional.empty();
    }

    @Produces
    @Singleton
    RuleCatalog rules() {
        return new RuleCatalog() {
            @Override
            public PackId pack() {
                return SampleAudits.PACK;
            }

            @Override
            public List<RulePage> rules() {
                return List.of(new RulePage(
                        "rbd-cache-without-writeback",
                        "The rbd cache is on although the drive cache mode is not writeback",
                        "disk",
                        Map.of("source.protocol", List.of("rbd")),
                        "rbd_cache.enabled && drive_cache.mode != \"writeback\"",
                        List.of(new SeverityCase(Severity.LOW, "")),
                        "Why.",
                        "Mend.",
                        FixRisk.RESTART,
                        List.of("QEMU v2.2.0 block/rbd.c qemu_rbd_open")));
            }
        };
    }
}
