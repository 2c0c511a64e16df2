package io.cacheaudit.fact;

import io.cacheaudit.version.Versions;
import org.jspecify.annotations.Nullable;

/**
 * One disk of one guest with what decides about it.
 *
 * @param facts what runs where the guest runs, else what is defined
 * @param defined the persistent definition of a disk that runs, null where there is none
 * @param versions the versions this guest runs with: those of the host, unless its process still maps older files
 */
public record GuestDisk(DiskFacts facts, @Nullable DiskFacts defined, Versions versions) {}
