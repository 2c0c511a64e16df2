/** Tests of redaction. */
@NullMarked
package io.cacheaudit.document.redact;

import org.jspecify.annotations.NullMarked;
