package io.cacheaudit.document.libvirt;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <disk>} as written; libvirt's defaults are not filled in, what is absent is null.
 *
 * @param at the {@code <disk>} element
 * @param type {@code file}, {@code block}, {@code network}, {@code volume}, …
 * @param device {@code disk}, {@code cdrom}, {@code floppy} or {@code lun}; see {@link #deviceWord}
 * @param source null for an empty drive
 * @param auth of the disk, or of its source where it stands there
 * @param targetDev the name of the disk within the guest's XML: {@code vda}
 * @param alias libvirt's name of the device in the running guest: {@code virtio-disk0}
 * @param mirror the copy or snapshot job in progress
 */
public record Disk(
        Provenance at,
        @Nullable Located<String> type,
        @Nullable Located<String> device,
        Driver driver,
        @Nullable Source source,
        @Nullable Auth auth,
        @Nullable Located<String> targetDev,
        @Nullable Located<String> bus,
        BackingChain backing,
        @Nullable Mirror mirror,
        Flags flags,
        @Nullable Located<String> snapshot,
        @Nullable Located<String> alias,
        @Nullable Located<String> serial) {

    /** The device as libvirt takes it: {@code disk} where the attribute is absent. */
    public String deviceWord() {
        return device == null ? "disk" : device.value();
    }

    /** The attribute {@code cache} of the driver, as written. */
    public @Nullable Located<String> cache() {
        return driver.cache();
    }

    /**
     * The {@code <driver>} element; every member is null where there is none.
     *
     * @param format its attribute {@code type}: {@code raw}, {@code qcow2}
     * @param cache as written, valid or not: see {@link CacheAttribute}
     */
    public record Driver(
            @Nullable Located<String> name,
            @Nullable Located<String> format,
            @Nullable Located<String> cache,
            @Nullable Located<String> io,
            @Nullable Located<String> discard,
            @Nullable Located<String> copyOnRead) {
        /** What a disk without a {@code <driver>} element has. */
        public static final Driver ABSENT = new Driver(null, null, null, null, null, null);
    }

    /**
     * A {@code <source>} element. Its {@code query} attribute is not kept, for it holds credentials.
     *
     * @param name of a network source: {@code pool/image} for rbd, {@code volume/path} for gluster
     * @param configFile the Ceph configuration file it names
     * @param snapshot the rbd snapshot it names
     */
    public record Source(
            Provenance at,
            @Nullable Located<String> protocol,
            @Nullable Located<String> name,
            @Nullable Located<String> file,
            @Nullable Located<String> dev,
            @Nullable Located<String> dir,
            @Nullable Located<String> pool,
            @Nullable Located<String> volume,
            @Nullable Located<String> mode,
            List<Host> hosts,
            @Nullable Located<String> configFile,
            @Nullable Located<String> snapshot) {
        public Source {
            hosts = List.copyOf(hosts);
        }
    }

    /** One {@code <host>} of a network source. */
    public record Host(
            Provenance at,
            @Nullable Located<String> name,
            @Nullable Located<String> port,
            @Nullable Located<String> transport,
            @Nullable Located<String> socket) {}

    /** An {@code <auth>} element: who logs in, and which secret libvirt looks up. Never the secret. */
    public record Auth(
            Provenance at,
            @Nullable Located<String> username,
            @Nullable Located<String> secretType,
            @Nullable Located<String> secretUuid,
            @Nullable Located<String> secretUsage) {}

    /**
     * The chain of {@code <backingStore>} elements below the disk's own image, top first.
     *
     * @param complete whether the XML ends the chain with an empty {@code <backingStore/>}; false: further images unknown
     */
    public record BackingChain(List<BackingImage> images, boolean complete) {
        public BackingChain {
            images = List.copyOf(images);
        }
    }

    /** One image of a backing chain. */
    public record BackingImage(
            Provenance at,
            @Nullable Located<String> type,
            @Nullable Located<String> format,
            @Nullable Source source) {}

    /**
     * A {@code <mirror>} element.
     *
     * @param job {@code copy} or {@code active-commit}
     * @param ready {@code yes}, {@code abort}, {@code pivot}; null while the copy still catches up
     */
    public record Mirror(
            Provenance at,
            @Nullable Located<String> job,
            @Nullable Located<String> ready) {}

    /** The empty elements of a disk: each the position where it stands, or null. */
    public record Flags(
            @Nullable Provenance readonly,
            @Nullable Provenance shareable,
            @Nullable Provenance transientDisk) {
        public boolean isReadonly() {
            return readonly != null;
        }

        public boolean isShareable() {
            return shareable != null;
        }

        public boolean isTransient() {
            return transientDisk != null;
        }
    }
}
