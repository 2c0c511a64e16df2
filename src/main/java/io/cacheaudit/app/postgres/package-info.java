/** The PostgreSQL server that the program brings along: unpacked, started, healed and stopped here. */
@NullMarked
package io.cacheaudit.app.postgres;

import org.jspecify.annotations.NullMarked;
