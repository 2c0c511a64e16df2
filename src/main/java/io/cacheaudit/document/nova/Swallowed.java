package io.cacheaudit.document.nova;

import io.cacheaudit.text.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * An indented line that looks like an option or a section header but is, to oslo.config, more text of the option before
 * it.
 *
 * @param section the section that its author most likely meant
 * @param key the option's name, null for a section header
 * @param swallowedBy the assignment whose value it became part of
 */
public record Swallowed(String section, @Nullable String key, Provenance at, Assignment swallowedBy) {}
