package io.cacheaudit.effective;

import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.effective.EffectiveDisk.EffectiveBase;
import io.cacheaudit.effective.drive.DriveCache;
import io.cacheaudit.effective.drive.DriveCacheResolver;
import io.cacheaudit.effective.durability.Durability;
import io.cacheaudit.effective.durability.DurabilityResolver;
import io.cacheaudit.effective.rbd.CephFiles;
import io.cacheaudit.effective.rbd.CephRemarkReader;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.effective.rbd.RbdCacheResolver;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.fact.DiskFacts.BaseFacts;
import io.cacheaudit.fact.GuestDisk;
import io.cacheaudit.fact.HostFacts;
import io.cacheaudit.version.Versions;
import java.util.List;

/** Works out what a host really does from what its documents state. */
public final class HostResolver {
    private final Precedence precedence;

    public HostResolver(Precedence precedence) {
        this.precedence = precedence;
    }

    public EffectiveHost resolve(DocumentSet set, HostFacts facts, Versions versions) {
        CephFiles files = new CephFiles(set);
        NovaExpectations expectations = new NovaExpectations(facts);
        List<EffectiveDisk> disks = facts.disks().stream()
                .map(disk -> disk(disk, facts, files, expectations))
                .toList();
        CephRemarkReader ceph = new CephRemarkReader(precedence.rbd().tables());
        return new EffectiveHost(disks, Remarks.of(set, facts, ceph, versions));
    }

    private EffectiveDisk disk(GuestDisk guest, HostFacts facts, CephFiles files, NovaExpectations expectations) {
        DriveCacheResolver drives = precedence.drives();
        RbdCacheResolver rbds = precedence.rbd();
        DurabilityResolver durabilities = precedence.durability();
        DiskFacts disk = guest.facts();
        Versions versions = guest.versions();
        DriveCache drive = drives.resolve(disk, versions);
        RbdCache rbd = disk.isRbd() ? rbds.resolve(disk, drive, files, versions) : null;
        Durability durability = durabilities.resolve(disk, drive, rbd, facts.storage());
        DriveCache defined = guest.defined() == null ? null : drives.resolve(guest.defined(), versions);
        boolean differs =
                defined != null && !defined.flags().known().equals(drive.flags().known());
        List<EffectiveBase> backing = disk.backing().stream()
                .map(base -> base(base, disk, drive, files, versions))
                .toList();
        return new EffectiveDisk(
                disk, drive, rbd, durability, backing, differs ? defined : null, expectations.of(disk));
    }

    /** A base carries the flags of the overlay; one that lies on rbd has a cache of its own. */
    private EffectiveBase base(
            BaseFacts base, DiskFacts overlay, DriveCache drive, CephFiles files, Versions versions) {
        boolean rbd = "rbd".equals(base.source().protocol());
        return new EffectiveBase(
                base.source(),
                base.format(),
                rbd ? precedence.rbd().resolve(overlay.base(base), drive, files, versions) : null);
    }
}
