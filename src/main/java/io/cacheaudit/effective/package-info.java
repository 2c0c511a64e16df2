/** What the host really does: precedence rows per version, and the derivation of every value. */
@NullMarked
package io.cacheaudit.effective;

import org.jspecify.annotations.NullMarked;
