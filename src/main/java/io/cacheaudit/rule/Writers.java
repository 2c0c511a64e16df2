package io.cacheaudit.rule;

import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.Setting;
import io.cacheaudit.effective.Step;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who wrote the settings of a librbd cache, read from their derivations. */
final class Writers {
    private static final String OPTION = "rbd_cache";
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");

    private Writers() {}

    /** The effective value of an option, of the field's type. */
    static Effective<?> setting(RbdCache cache, String option, FieldType type) {
        Setting<Object> setting = cache.settings().get(option);
        if (setting == null) {
            return unestablished(option, "nothing is established about this option");
        }
        return setting.effective()
                .flatMap(value -> type.valueType().isInstance(value)
                        ? Effective.known(value)
                        : unestablished(option, "its value is not of the type " + type));
    }

    private static Effective<Object> unestablished(String option, String because) {
        return Effective.unknown(Missing.unestablished("facts." + option, because));
    }

    /** Where the deciding value is written, or the layer's word where no document holds it. */
    static Effective<String> enabledBy(RbdCache cache) {
        return of(cache, derivation -> {
            Step step = derivation.decidedBy();
            return step == null ? "" : step.at() == null ? step.layer() : place(step);
        });
    }

    /**
     * What a layer writes to rbd_cache, a boolean as {@code true} or {@code false}; the empty string where it is silent.
     * Source of truth for booleans: {@code Ceph v0.80 src/common/config.cc md_config_t::set_val_raw}.
     */
    static Effective<String> value(RbdCache cache, String layer) {
        return of(cache, derivation -> {
            Step step = step(derivation, layer);
            return step == null || step.value() == null ? "" : normal(step.value());
        });
    }

    /** {@code decided}, {@code overridden}, {@code ignored}, or the empty string where the layer is silent. */
    static Effective<String> role(RbdCache cache, String layer) {
        return of(cache, derivation -> {
            Step decided = derivation.decidedBy();
            if (decided != null && decided.layer().equals(layer)) {
                return "decided";
            }
            return find(derivation.overridden(), layer) != null
                    ? "overridden"
                    : find(derivation.ignored(), layer) != null ? "ignored" : "";
        });
    }

    /** Where a layer writes rbd_cache; the empty string where no document holds it. */
    static Effective<String> place(RbdCache cache, String layer) {
        return of(cache, derivation -> {
            Step step = step(derivation, layer);
            return step == null || step.at() == null ? "" : place(step);
        });
    }

    private static Effective<String> of(RbdCache cache, Function<Derivation, String> read) {
        Setting<Object> setting = cache.settings().get(OPTION);
        if (setting == null) {
            return Effective.unknown(
                    Missing.unestablished("facts." + OPTION, "nothing is established about this option"));
        }
        return cache.enabled().map(value -> read.apply(setting.derivation()));
    }

    private static @Nullable Step step(Derivation derivation, String layer) {
        Step decided = derivation.decidedBy();
        if (decided != null && decided.layer().equals(layer)) {
            return decided;
        }
        Step overridden = find(derivation.overridden(), layer);
        return overridden == null ? find(derivation.ignored(), layer) : overridden;
    }

    private static @Nullable Step find(List<Step> steps, String layer) {
        return steps.stream()
                .filter(step -> step.layer().equals(layer))
                .findFirst()
                .orElse(null);
    }

    private static String place(Step step) {
        Provenance at = Objects.requireNonNull(step.at());
        return at.isWhole() ? at.source() : at.source() + " line " + at.line();
    }

    private static String normal(String raw) {
        String text = raw.strip();
        if (INTEGER.matcher(text).matches()) {
            return Boolean.toString(Long.parseLong(text) != 0);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false") ? lower : text;
    }
}
