/** Running guests: QEMU's command line and what the host's process table says about it. */
@NullMarked
package io.cacheaudit.document.qemu;

import org.jspecify.annotations.NullMarked;
