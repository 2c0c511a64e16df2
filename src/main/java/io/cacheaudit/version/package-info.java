/** Versions as package managers print them: parsing, order and ranges, and tables whose rows are chosen by versions. */
@NullMarked
package io.cacheaudit.version;

import org.jspecify.annotations.NullMarked;
