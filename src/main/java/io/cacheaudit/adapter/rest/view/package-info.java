/** What answers hold, as records that become JSON. */
@NullMarked
package io.cacheaudit.adapter.rest.view;

import org.jspecify.annotations.NullMarked;
