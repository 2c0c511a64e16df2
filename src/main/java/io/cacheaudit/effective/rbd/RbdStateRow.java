package io.cacheaudit.effective.rbd;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.version.PrecedenceRow;
import io.cacheaudit.version.RowHead;

/** What librbd of some versions makes of its settings when it opens an image. */
record RbdStateRow(RowHead head, Cacher cacher) implements PrecedenceRow {

    /** Which cache stands behind rbd_cache. */
    enum Cacher {
        /** The object cacher, for reads and writes. */
        OBJECT_CACHER
    }

    static RbdStateRow from(RowHead head, FieldsReader row) {
        return new RbdStateRow(head, row.named("cacher", Cacher.class));
    }

    /**
     * The state at open.
     *
     * @param maxDirty bytes; 0 is write-through
     * @param untilFlush rbd_cache_writethrough_until_flush
     */
    Effective<RbdState> state(Effective<Boolean> enabled, Effective<Long> maxDirty, Effective<Boolean> untilFlush) {
        return switch (cacher) {
            case OBJECT_CACHER ->
                enabled.flatMap(on -> on
                        ? maxDirty.flatMap(bytes -> bytes == 0
                                ? Effective.known(RbdState.WRITETHROUGH)
                                : untilFlush.map(wait -> wait ? RbdState.WRITETHROUGH_UNTIL_FLUSH : RbdState.WRITEBACK))
                        : Effective.known(RbdState.NONE));
        };
    }
}
