package io.cacheaudit.effective.drive;

/**
 * What a cache mode is made of.
 *
 * @param writeback the guest's disk has a write cache; else a flush follows each write
 * @param direct the storage node is opened with O_DIRECT, for rbd without the librbd cache
 * @param noFlush the storage node drops flushes
 */
public record CacheFlags(boolean writeback, boolean direct, boolean noFlush) {}
