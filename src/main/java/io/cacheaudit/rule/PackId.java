package io.cacheaudit.rule;

/** Which rule pack an audit used: name, semantic version, and the digest over every file of the pack. */
public record PackId(String name, String version, String digest) {}
