/** What nova.conf states about disks, and what it states in vain. */
@NullMarked
package io.cacheaudit.fact.nova;

import org.jspecify.annotations.NullMarked;
