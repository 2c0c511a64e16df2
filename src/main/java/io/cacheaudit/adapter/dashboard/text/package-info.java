/** What pages show of texts, times and documents: always printable, and never longer than a page can bear. */
@NullMarked
package io.cacheaudit.adapter.dashboard.text;

import org.jspecify.annotations.NullMarked;
