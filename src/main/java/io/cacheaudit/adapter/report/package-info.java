/** An audit or a verdict as bytes; knows no HTTP. */
@NullMarked
package io.cacheaudit.adapter.report;

import org.jspecify.annotations.NullMarked;
