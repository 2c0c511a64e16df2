package io.cacheaudit.audit.request;

import io.cacheaudit.text.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * One document of a request before it is checked; null where the request does not speak of a member.
 *
 * @param pointer JSON pointer to the document
 * @param content null where none was sent or (with a problem of its own) it could not be decoded
 */
public record DocumentDraft(
        String pointer,
        Provenance at,
        @Nullable String kind,
        @Nullable String path,
        @Nullable String presence,
        @Nullable String mode,
        @Nullable String owner,
        byte @Nullable [] content) {}
