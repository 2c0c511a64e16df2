/** Tests of the grammar and types of oslo.config. */
@NullMarked
package io.cacheaudit.document.nova;

import org.jspecify.annotations.NullMarked;
