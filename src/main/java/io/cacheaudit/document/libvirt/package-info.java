/** libvirt's domain XML: guests and the disks they name, as written. */
@NullMarked
package io.cacheaudit.document.libvirt;

import org.jspecify.annotations.NullMarked;
