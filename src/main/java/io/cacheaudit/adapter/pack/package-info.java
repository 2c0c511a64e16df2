/** The rules directory: YAML to trees with positions, conditions compiled and typed. */
@NullMarked
package io.cacheaudit.adapter.pack;

import org.jspecify.annotations.NullMarked;
