package io.cacheaudit.effective;

/** An effective value together with the derivation that led to it. */
public record Setting<T>(Effective<T> effective, Derivation derivation) {}
