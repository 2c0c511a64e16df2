/** Request bodies, JSON or multipart, to document sets, without a file on disk. */
@NullMarked
package io.cacheaudit.adapter.rest.body;

import org.jspecify.annotations.NullMarked;
