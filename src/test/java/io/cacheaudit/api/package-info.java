/** The service as users of its HTTP API see it, over the real engine and a real PostgreSQL. */
@NullMarked
package io.cacheaudit.api;

import org.jspecify.annotations.NullMarked;
