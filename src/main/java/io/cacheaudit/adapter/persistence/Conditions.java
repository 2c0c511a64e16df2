package io.cacheaudit.adapter.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a query on an entity called e, all of which hold, with their parameters. */
final class Conditions {
    private final List<String> texts = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds a condition as it stands; every value in it comes as a parameter. */
    void add(String text) {
        texts.add(text);
    }

    void add(String text, String parameter, Object value) {
        texts.add(text);
        parameters.put(parameter, value);
    }

    void parameter(String name, Object value) {
        parameters.put(name, value);
    }

    String text() {
        return String.join(" and ", texts);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
