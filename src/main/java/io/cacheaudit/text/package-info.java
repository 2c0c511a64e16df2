/** How we point at bytes: positions, problems, and the tree that YAML and JSON become before the core sees them. */
@NullMarked
package io.cacheaudit.text;

import org.jspecify.annotations.NullMarked;
