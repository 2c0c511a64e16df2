/** The librbd cache of a disk: its settings and the state they result in. */
@NullMarked
package io.cacheaudit.effective.rbd;

import org.jspecify.annotations.NullMarked;
