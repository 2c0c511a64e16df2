package io.cacheaudit.effective.drive;

import io.cacheaudit.effective.LayerRow;
import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Problem;
import io.cacheaudit.version.PrecedenceRow;
import io.cacheaudit.version.RowHead;
import java.util.List;

/**
 * How QEMU of some versions arrives at a drive's cache mode.
 *
 * @param layers who outranks whom
 * @param defaultMode the mode of a drive that has no cache= at all
 */
record DriveCacheRow(LayerRow layers, CacheMode defaultMode, Flushes flushes, SnapshotMode snapshotMode)
        implements PrecedenceRow {

    /** What becomes of the guest's flushes. */
    enum Flushes {
        /** Forwarded while the guest has a write cache, else one after each write; dropped with the no-flush flag. */
        FOLLOW_WRITE_CACHE
    }

    /** What snapshot=on does to the flags of the image. */
    enum SnapshotMode {
        /** The whole drive is opened as unsafe, without the direct flag. */
        FORCES_UNSAFE
    }

    @Override
    public RowHead head() {
        return layers.head();
    }

    static DriveCacheRow from(RowHead head, FieldsReader row, List<Problem> problems) {
        String word = row.required("default");
        CacheMode mode = CacheMode.of(word).orElse(CacheMode.WRITEBACK);
        if (CacheMode.of(word).isEmpty()) {
            problems.add(new Problem(row.at(), "default: no cache mode is called \"" + word + "\""));
        }
        return new DriveCacheRow(
                new LayerRow(head),
                mode,
                row.named("flushes", Flushes.class),
                row.named("snapshot_mode", SnapshotMode.class));
    }

    GuestFlush guestFlush(CacheFlags flags) {
        return switch (flushes) {
            case FOLLOW_WRITE_CACHE ->
                flags.noFlush() ? GuestFlush.DROPPED : flags.writeback() ? GuestFlush.FORWARDED : GuestFlush.PER_WRITE;
        };
    }

    CacheFlags snapshotFlags() {
        return switch (snapshotMode) {
            case FORCES_UNSAFE -> CacheMode.UNSAFE.flags();
        };
    }
}
