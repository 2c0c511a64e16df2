/** JSON to trees with positions, and trees to JSON. */
@NullMarked
package io.cacheaudit.adapter.json;

import org.jspecify.annotations.NullMarked;
