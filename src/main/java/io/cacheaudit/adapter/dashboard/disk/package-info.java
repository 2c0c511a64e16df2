/** Disks as pages show them: a row of a table, or everything known of one. */
@NullMarked
package io.cacheaudit.adapter.dashboard.disk;

import org.jspecify.annotations.NullMarked;
