/** XML as elements and attributes that know where they stand. */
@NullMarked
package io.cacheaudit.text.xml;

import org.jspecify.annotations.NullMarked;
