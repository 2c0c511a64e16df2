package io.cacheaudit.effective.rbd;

/** What the librbd cache of an image does, by the settings it is opened with. */
public enum RbdState {
    NONE,
    WRITETHROUGH,
    WRITETHROUGH_UNTIL_FLUSH,
    WRITEBACK,
    /** Pass-through until the first flush, then write-around. */
    WRITEAROUND_UNTIL_FLUSH,
    WRITEAROUND,
    PASSTHROUGH;

    /** Whether an acknowledged write can stand here before the cluster has it, at some time of the guest's life. */
    public boolean holdsWrites() {
        return switch (this) {
            case NONE, WRITETHROUGH, PASSTHROUGH -> false;
            case WRITETHROUGH_UNTIL_FLUSH, WRITEBACK, WRITEAROUND_UNTIL_FLUSH, WRITEAROUND -> true;
        };
    }
}
