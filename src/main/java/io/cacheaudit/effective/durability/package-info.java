/** What an acknowledged write can still lose, by failure and by guest. */
@NullMarked
package io.cacheaudit.effective.durability;

import org.jspecify.annotations.NullMarked;
