/** The use cases (audit a document set, look up), the audit they produce, and the ports they need. */
@NullMarked
package io.cacheaudit.audit;

import org.jspecify.annotations.NullMarked;
