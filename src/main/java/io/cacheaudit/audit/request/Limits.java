package io.cacheaudit.audit.request;

/**
 * How much a document set may hold.
 *
 * @param documents how many documents
 * @param contentBytes the content of one document
 * @param pathLength a path, in UTF-16 units
 * @param versionLength a version text, in UTF-16 units
 * @param problems how many problems of one request are told
 */
public record Limits(int documents, int contentBytes, int pathLength, int versionLength, int problems) {
    /** What fits a request body of 16 MiB, and a host of ten thousand guests. */
    public static final Limits DEFAULT = new Limits(20_000, 16 << 20, 4096, 256, 100);
}
