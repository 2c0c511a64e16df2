/** The gate: one document set, one verdict, and what was accepted on the way there. */
@NullMarked
package io.cacheaudit.audit.gate;

import org.jspecify.annotations.NullMarked;
