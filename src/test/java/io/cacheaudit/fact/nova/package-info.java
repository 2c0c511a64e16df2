/** Tests of the facts of nova.conf. */
@NullMarked
package io.cacheaudit.fact.nova;

import org.jspecify.annotations.NullMarked;
