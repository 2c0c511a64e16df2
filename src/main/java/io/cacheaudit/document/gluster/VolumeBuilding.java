package io.cacheaudit.document.gluster;

import io.cacheaudit.document.gluster.GlusterVolume.Brick;
import io.cacheaudit.document.gluster.GlusterVolume.Form;
import io.cacheaudit.document.gluster.GlusterVolume.Option;
import io.cacheaudit.document.gluster.GlusterVolume.Origin;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of one volume. */
final class VolumeBuilding {
    private static final String ARBITER = " (arbiter)";
    private static final String DEFAULT = " (DEFAULT)";

    private final Provenance at;
    private final Form form;
    private final List<Brick> bricks = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();

    @Nullable
    Located<String> name;

    @Nullable
    Located<String> type;

    @Nullable
    Located<String> status;

    VolumeBuilding(Provenance at, Form form) {
        this.at = at;
        this.form = form;
    }

    /** Adds {@code HOST:PATH}, with its mark where it is an arbiter; false where it is no such thing. */
    boolean brick(String text, IntFunction<Provenance> places, boolean arbiter) {
        boolean marked = text.endsWith(ARBITER);
        String brick = marked ? text.substring(0, text.length() - ARBITER.length()) : text;
        int colon = brick.indexOf(":/");
        if (colon <= 0) {
            return false;
        }
        bricks.add(new Brick(
                new Located<>(brick.substring(0, colon), places.apply(0)),
                new Located<>(brick.substring(colon + 1), places.apply(colon + 1)),
                arbiter || marked));
        return true;
    }

    void brick(Brick brick) {
        bricks.add(brick);
    }

    void set(Located<String> key, Located<String> value) {
        options.add(new Option(key, value, Origin.SET));
    }

    /** Adds a row of {@code volume get}, whose value may carry its mark. */
    void row(Located<String> key, Located<String> shown) {
        boolean marked = shown.value().endsWith(DEFAULT);
        String text = marked ? shown.value().substring(0, shown.value().length() - DEFAULT.length()) : shown.value();
        options.add(new Option(
                key,
                text.equals("(null)") ? null : new Located<>(text, shown.at()),
                marked || text.equals("(null)") ? Origin.DEFAULT : Origin.UNMARKED));
    }

    GlusterVolume complete() {
        return new GlusterVolume(at, form, name, type, status, bricks, options);
    }
}
