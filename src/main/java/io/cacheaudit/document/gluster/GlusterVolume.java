package io.cacheaudit.document.gluster;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One volume. What its form does not state is null or empty.
 *
 * @param name null in {@code volume get}, which does not print it, unless a prompt above shows the command
 * @param type gluster's word: {@code Replicate}, {@code Distributed-Replicate}, {@code Disperse}
 * @param status {@code Created}, {@code Started} or {@code Stopped}
 * @param options in the order written; gluster lists some keys twice with different values
 */
public record GlusterVolume(
        Provenance at,
        Form form,
        @Nullable Located<String> name,
        @Nullable Located<String> type,
        @Nullable Located<String> status,
        List<Brick> bricks,
        List<Option> options) {
    public GlusterVolume {
        bricks = List.copyOf(bricks);
        options = List.copyOf(options);
    }

    /** Where the description comes from. */
    public enum Form {
        /** {@code gluster volume info}, text or XML: the options that were set. */
        INFO,
        /** {@code gluster volume get VOLUME all}, text or XML: every option. */
        GET,
        /** glusterd's own {@code info} file: the options that were set. */
        STATE_FILE
    }

    /** What the form says about who gave an option its value. */
    public enum Origin {
        /** Listed as reconfigured, by an operator or by gluster when it made the volume. */
        SET,
        /** Marked {@code (DEFAULT)}. */
        DEFAULT,
        /** {@code volume get} marks some defaults not at all, and none before release 9: set or default. */
        UNMARKED
    }

    /**
     * One brick.
     *
     * @param path in a state file the slashes are written as dashes: every dash is taken for a slash, which a directory
     *     with a dash in its name falsifies
     */
    public record Brick(Located<String> host, Located<String> path, boolean arbiter) {}

    /**
     * One option.
     *
     * @param value as shown, without the mark; null for {@code (null)}, gluster's word for no default
     */
    public record Option(Located<String> key, @Nullable Located<String> value, Origin origin) {}

    /** Every option of a key, in the order written. */
    public List<Option> options(String key) {
        return options.stream()
                .filter(option -> option.key().value().equals(key))
                .toList();
    }
}
