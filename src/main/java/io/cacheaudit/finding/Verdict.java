package io.cacheaudit.finding;

/** The answer over all findings of an audit. */
public enum Verdict {
    FAIL,
    UNKNOWN,
    PASS
}
