/** Hosts, documents and findings in PostgreSQL, behind the port of the store. */
@NullMarked
package io.cacheaudit.adapter.persistence;

import org.jspecify.annotations.NullMarked;
