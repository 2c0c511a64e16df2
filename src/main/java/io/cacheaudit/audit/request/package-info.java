/** A document set as a request brings it: its members checked one by one, and the limits they keep. */
@NullMarked
package io.cacheaudit.audit.request;

import org.jspecify.annotations.NullMarked;
