package io.cacheaudit.adapter.rest.body;

import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart body.
 *
 * @param name of the form field, which is the kind of a document
 * @param fileName with its slashes, null where the part has none
 */
record Part(String name, @Nullable String fileName, byte[] content) {}
