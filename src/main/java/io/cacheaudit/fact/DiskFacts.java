package io.cacheaudit.fact;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the documents state about one disk of one guest, whichever documents they are.
 *
 * @param domain the guest's name
 * @param domainUuid null where no document gives one
 * @param target the device name the guest's definition uses; a second disk with the same target is {@code sda#2}
 * @param alias libvirt's name of the device in the running guest, null where none is written
 * @param format the active layer's format; null where none is written
 * @param cache the cache attribute of the deciding definition
 * @param drive what the command line of the running process says of this disk, null where none was sent
 * @param client the ceph client entity, {@code client.admin} where none is written
 * @param undeterminable why content of the qemu namespace makes the cache not determinable, null where it does not
 */
public record DiskFacts(
        String domain,
        @Nullable String domainUuid,
        Origin origin,
        String target,
        @Nullable String alias,
        String device,
        @Nullable String bus,
        @Nullable String format,
        SourceFacts source,
        @Nullable Located<String> cache,
        boolean readonly,
        boolean shareable,
        boolean throwAway,
        boolean mirrored,
        @Nullable DriveFacts drive,
        String client,
        @Nullable Located<String> confFile,
        @Nullable String undeterminable,
        List<BaseFacts> backing,
        Provenance at) {
    public DiskFacts {
        backing = List.copyOf(backing);
    }

    /** The same disk as the running process was started with it. */
    public DiskFacts runningAs(DriveFacts started, String startedClient) {
        return new DiskFacts(
                domain,
                domainUuid,
                Origin.PROCESS,
                target,
                alias,
                device,
                bus,
                format,
                source,
                cache,
                readonly,
                shareable,
                throwAway || started.snapshotMode(),
                mirrored,
                started,
                startedClient,
                confFile,
                undeterminable,
                backing,
                at);
    }

    /** The same disk under another target. */
    public DiskFacts named(String other) {
        return new DiskFacts(
                domain,
                domainUuid,
                origin,
                other,
                alias,
                device,
                bus,
                format,
                source,
                cache,
                readonly,
                shareable,
                throwAway,
                mirrored,
                drive,
                client,
                confFile,
                undeterminable,
                backing,
                at);
    }

    /** A base of this disk as a disk of its own: read only, by the same client, without a drive string. */
    public DiskFacts base(BaseFacts base) {
        return new DiskFacts(
                domain,
                domainUuid,
                origin,
                target,
                alias,
                device,
                bus,
                base.format(),
                base.source(),
                cache,
                true,
                false,
                false,
                false,
                null,
                client,
                base.confFile(),
                undeterminable,
                List.of(),
                at);
    }

    public boolean isRbd() {
        return "rbd".equals(source.protocol());
    }

    /** No guest writes to it: read-only, a cdrom or floppy, an empty drive, or a snapshot opened for reading. */
    public boolean takesNoWrites() {
        return readonly
                || device.equals("cdrom")
                || device.equals("floppy")
                || source.isEmpty()
                || source.snapshot() != null;
    }

    /** Which document decides. */
    public enum Origin {
        RUNNING("running"),
        DEFINED("defined"),
        PROCESS("process");

        private final String word;

        Origin(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Where the data is.
     *
     * @param type the source type: file, block, network, volume, dir, nvme …
     * @param name the image or volume name, file path or device
     */
    public record SourceFacts(
            String type,
            @Nullable String protocol,
            @Nullable String name,
            @Nullable String snapshot) {
        public boolean isEmpty() {
            return name == null;
        }
    }

    /** One base of the backing chain. */
    public record BaseFacts(
            SourceFacts source,
            @Nullable String format,
            @Nullable Located<String> confFile) {}

    /**
     * What a running process was started with for this disk.
     *
     * @param flags {@code cache.writeback}, {@code cache.direct} and {@code cache.no-flush} as written
     * @param options keys of the rbd drive string in the order written, {@code conf} among them
     * @param cephConf CEPH_CONF of the process, null where it is not set
     * @param home HOME of the process, null where it is not known
     */
    public record DriveFacts(
            @Nullable Located<String> cache,
            List<Option> flags,
            List<Option> options,
            boolean snapshotMode,
            @Nullable String cephConf,
            @Nullable String home,
            Provenance at) {
        public DriveFacts {
            flags = List.copyOf(flags);
            options = List.copyOf(options);
        }
    }

    /** One key of the rbd drive string. */
    public record Option(String key, Located<String> value) {}
}
