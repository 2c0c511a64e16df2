package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The filters of a list as a form whose answer has an address of its own.
 *
 * @param filtered whether any filter is set
 */
record FilterForm(String action, List<Field> fields, boolean filtered) {
    FilterForm {
        fields = List.copyOf(fields);
    }

    /** One filter: a text, or one of some options. */
    record Field(String name, String label, String value, String hint, List<Option> options) {
        Field {
            options = List.copyOf(options);
        }
    }

    /** One choice. */
    record Option(String value, String label, boolean selected) {}

    /** Makes a form field after field. */
    static final class Builder {
        private final String action;
        private final PageQuery query;
        private final List<Field> fields = new ArrayList<>();

        Builder(String action, PageQuery query) {
            this.action = action;
            this.query = query;
        }

        Builder text(String name, String label, String hint) {
            fields.add(new Field(name, label, query.value(name), hint, List.of()));
            return this;
        }

        /** Labels by value, the first choice being none. */
        Builder choice(String name, String label, String none, Map<String, String> labels) {
            String value = query.value(name);
            List<Option> options = new ArrayList<>(List.of(new Option("", none, value.isEmpty())));
            labels.forEach((key, text) -> options.add(new Option(key, text, key.equals(value))));
            fields.add(new Field(name, label, value, "", options));
            return this;
        }

        Builder constants(String name, String label, String none, Enum<?>... constants) {
            String value = query.value(name);
            List<Option> options = new ArrayList<>(List.of(new Option("", none, value.isEmpty())));
            Arrays.stream(constants)
                    .forEach(constant -> options.add(new Option(
                            Words.lower(constant),
                            Words.spaced(constant),
                            Words.lower(constant).equals(value))));
            fields.add(new Field(name, label, value, "", options));
            return this;
        }

        FilterForm build() {
            return new FilterForm(action, fields, query.isFiltered());
        }
    }
}
