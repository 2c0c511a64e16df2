@NullMarked
package io.cacheaudit;

import org.jspecify.annotations.NullMarked;
