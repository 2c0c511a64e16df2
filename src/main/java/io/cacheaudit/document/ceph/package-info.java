/** Reads ceph.conf as the librados of a version does: grammar, section search, values, metavariables and file search. */
@NullMarked
package io.cacheaudit.document.ceph;

import org.jspecify.annotations.NullMarked;
