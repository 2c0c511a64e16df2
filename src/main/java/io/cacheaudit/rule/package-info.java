/** Rules: conditions over the effective state, evaluated to findings. */
@NullMarked
package io.cacheaudit.rule;

import org.jspecify.annotations.NullMarked;
