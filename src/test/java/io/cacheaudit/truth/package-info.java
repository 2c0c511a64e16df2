/** Truth tables: each row enters as documents and versions and is read from the audit document. */
@NullMarked
package io.cacheaudit.truth;

import org.jspecify.annotations.NullMarked;
