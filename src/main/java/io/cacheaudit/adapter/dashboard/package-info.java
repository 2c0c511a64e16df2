/** The pages for people: the fleet and one host, from the same use cases as the HTTP interface. */
@NullMarked
package io.cacheaudit.adapter.dashboard;

import org.jspecify.annotations.NullMarked;
