/** Documents as hosts send them. Each sub-package reads one format; none of them knows another. */
@NullMarked
package io.cacheaudit.document;

import org.jspecify.annotations.NullMarked;
