package io.cacheaudit.version;

import java.util.Map;

/** A row of a table under rules/precedence/: a head that all rows share, and named behaviours of its own. */
public interface PrecedenceRow extends VersionTable.Row {
    RowHead head();

    @Override
    default String id() {
        return head().id();
    }

    @Override
    default Map<Component, VersionRange> ranges() {
        return head().ranges();
    }
}
