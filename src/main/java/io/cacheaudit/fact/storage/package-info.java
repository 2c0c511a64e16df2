/** What lies under a disk image: file system, devices, and whether their caches forget. */
@NullMarked
package io.cacheaudit.fact.storage;

import org.jspecify.annotations.NullMarked;
