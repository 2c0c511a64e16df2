package io.cacheaudit.finding;

import io.cacheaudit.text.Provenance;
import org.jspecify.annotations.Nullable;

/** A place in a document that a finding rests on, with the line's text after redaction where there is one. */
public record Evidence(Provenance at, @Nullable String text) {}
