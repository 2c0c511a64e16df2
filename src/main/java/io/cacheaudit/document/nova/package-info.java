/** nova.conf: the grammar and the types of oslo.config, and where each assignment stands. */
@NullMarked
package io.cacheaudit.document.nova;

import org.jspecify.annotations.NullMarked;
