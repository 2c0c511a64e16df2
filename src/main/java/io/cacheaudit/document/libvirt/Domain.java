package io.cacheaudit.document.libvirt;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest as its XML describes it. What the XML does not state is null.
 *
 * @param at the {@code <domain>} element
 * @param running whether the XML stood in libvirt's {@code <domstatus>} wrapper, which describes the running guest
 * @param id the {@code id} attribute, which {@code virsh dumpxml} writes for a running guest only
 * @param type the hypervisor: {@code kvm}, {@code qemu}, {@code xen}
 * @param disks every complete {@code <disk>}, in the order of the XML
 * @param novaVersion the nova release that wrote the XML: {@code <nova:package version=…>} of the metadata
 */
public record Domain(
        Provenance at,
        boolean running,
        @Nullable Located<String> id,
        @Nullable Located<String> type,
        @Nullable Located<String> name,
        @Nullable Located<String> uuid,
        List<Disk> disks,
        @Nullable Located<String> novaVersion,
        Passthrough passthrough) {
    public Domain {
        disks = List.copyOf(disks);
    }
}
