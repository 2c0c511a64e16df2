package io.cacheaudit.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a part of the audit document names as missing. */
final class Missing {
    private Missing() {}

    /** The names, each with a command that collects it or the reason why none does. */
    static List<String> names(JsonNode holder) {
        List<String> names = new ArrayList<>();
        for (JsonNode missing : holder.path("missing")) {
            if (missing.path("collect").isNull() && !missing.has("because")) {
                throw new IllegalStateException("neither command nor reason: " + missing);
            }
            names.add(missing.path("name").asText());
        }
        return names;
    }
}
