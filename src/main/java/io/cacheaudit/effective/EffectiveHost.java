package io.cacheaudit.effective;

import java.util.List;

/**
 * One host: its disks, what its documents set without effect, and the documents that were not read at all.
 *
 * @param remarks settings and documents without effect
 */
public record EffectiveHost(List<EffectiveDisk> disks, List<Remark> remarks) {
    public EffectiveHost {
        disks = List.copyOf(disks);
        remarks = List.copyOf(remarks);
    }
}
