package io.cacheaudit.audit;

/** A page token that no page gave, or that belongs to another list. */
public final class BadPageToken extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadPageToken() {
        super("page_token: expected the token of the page before, of the same list");
    }
}
