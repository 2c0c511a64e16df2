package io.cacheaudit.rule;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.text.NearestName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The one list of fields of a kind of subject. Types of conditions, names in texts and labels come from it.
 *
 * @param <S> what the rules are about
 */
public final class Vocabulary<S> {
    private final Map<String, Field<S>> fields;

    Vocabulary(List<Field<S>> fields) {
        Map<String, Field<S>> byPath = new TreeMap<>();
        for (Field<S> field : fields) {
            if (byPath.put(field.path(), field) != null) {
                throw new IllegalArgumentException("field " + field.path() + " is declared twice");
            }
        }
        this.fields = Collections.unmodifiableMap(byPath);
    }

    public Collection<Field<S>> fields() {
        return fields.values();
    }

    /** Every path, sorted. */
    public Set<String> paths() {
        return fields.keySet();
    }

    public Optional<Field<S>> field(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    /** The message for a name that is no field, with the nearest one. */
    public String unknownField(String path) {
        return "unknown field \"" + path + "\"" + NearestName.hint(path, paths());
    }

    /** The fields of one subject, each read at most once. For one thread. */
    public Values values(S subject) {
        Map<String, Effective<?>> read = new HashMap<>();
        return path -> {
            Effective<?> known = read.get(path);
            if (known == null) {
                Field<S> field = field(path).orElseThrow(() -> new IllegalArgumentException(unknownField(path)));
                known = field.read().apply(subject);
                read.put(path, known);
            }
            return known;
        };
    }
}
