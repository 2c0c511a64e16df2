/** Problems as RFC 9457 words them. */
@NullMarked
package io.cacheaudit.adapter.rest.problem;

import org.jspecify.annotations.NullMarked;
