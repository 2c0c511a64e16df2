/** The drive cache of a disk: QEMU's cache mode and the three booleans it stands for. */
@NullMarked
package io.cacheaudit.effective.drive;

import org.jspecify.annotations.NullMarked;
