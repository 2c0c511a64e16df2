/** Wiring: the entry point, configuration, producers and start-up checks. */
@NullMarked
package io.cacheaudit.app;

import org.jspecify.annotations.NullMarked;
