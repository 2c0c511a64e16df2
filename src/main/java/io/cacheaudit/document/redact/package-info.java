/** Secrets taken out of documents before they are stored: what is masked keeps its shape, so that parsers read on. */
@NullMarked
package io.cacheaudit.document.redact;

import org.jspecify.annotations.NullMarked;
