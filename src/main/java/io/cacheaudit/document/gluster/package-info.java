/** Gluster volumes as gluster's tools and its daemon write them down. */
@NullMarked
package io.cacheaudit.document.gluster;

import org.jspecify.annotations.NullMarked;
