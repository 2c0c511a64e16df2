/** What lies under a host's images: mounts, block devices, their queues, and what the host says of itself. */
@NullMarked
package io.cacheaudit.document.block;

import org.jspecify.annotations.NullMarked;
