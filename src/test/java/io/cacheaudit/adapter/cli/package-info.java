@NullMarked
package io.cacheaudit.adapter.cli;

import org.jspecify.annotations.NullMarked;
