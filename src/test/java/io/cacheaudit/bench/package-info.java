/** Benchmarks: they print figures beside a reference of the same run, and judge nothing. */
@NullMarked
package io.cacheaudit.bench;

import org.jspecify.annotations.NullMarked;
