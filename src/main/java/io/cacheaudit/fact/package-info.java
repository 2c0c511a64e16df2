/** What documents state about disks, clients and storage, typed and each with its place. */
@NullMarked
package io.cacheaudit.fact;

import org.jspecify.annotations.NullMarked;
