package io.cacheaudit.effective;

import io.cacheaudit.effective.EffectiveDisk.NovaExpectation;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.fact.HostFacts;
import io.cacheaudit.fact.nova.CacheModeItem;
import io.cacheaudit.fact.nova.NovaDialect;
import io.cacheaudit.fact.nova.NovaDialect.Application;
import io.cacheaudit.fact.nova.NovaFacts;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import java.util.List;
import java.util.Optional;

/**
 * What nova's disk_cachemodes would give a disk: known where an explicit valid item speaks of its source type, the disk is
 * not shareable, and the release honours the option at boot and for volumes.
 */
final class NovaExpectations {
    private static final Derivation NONE = new Derivation(null, null, List.of(), List.of(), List.of());

    private final HostFacts host;

    NovaExpectations(HostFacts host) {
        this.host = host;
    }

    NovaExpectation of(DiskFacts disk) {
        NovaFacts nova = host.nova();
        if (nova == null) {
            return new NovaExpectation(
                    Effective.unknown(Missing.collect("documents.nova.conf", "cat /etc/nova/nova.conf")), NONE);
        }
        if (!nova.cacheModes().isKnown()) {
            return new NovaExpectation(Effective.unknown(nova.cacheModes().missing()), NONE);
        }
        Optional<CacheModeItem> item = nova.cacheModes().forType(disk.source().type());
        if (item.isEmpty() || disk.shareable()) {
            return new NovaExpectation(Effective.known(""), NONE);
        }
        Provenance at = item.get().at();
        Step step = new Step("disk_cachemodes", at, item.get().mode(), null);
        Derivation derivation = new Derivation(null, step, List.of(), List.of(), List.of());
        NovaDialect dialect = host.novaDialect();
        if (dialect == null) {
            return new NovaExpectation(
                    Effective.unknown(
                            host.novaDialects().missing().isEmpty()
                                    ? List.of(Component.NOVA.missing())
                                    : host.novaDialects().missing()),
                    derivation.undecided());
        }
        if (dialect.atBoot() != Application.HONOURED || dialect.atAttach() != Application.HONOURED) {
            return new NovaExpectation(
                    Effective.unknown(Missing.unestablished(
                            "nova.disk", "this release of nova ignores disk_cachemodes on some disks")),
                    derivation.undecided());
        }
        return new NovaExpectation(Effective.known(item.get().mode(), at), derivation);
    }
}
