package io.cacheaudit.adapter.dashboard;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests of htmx, which puts results into a page that stands already; without it every request is for a whole page. */
final class Swap {
    static final String HEADER = "HX-Request";

    private Swap() {}

    static boolean of(@Nullable String header) {
        return "true".equals(header);
    }

    /** The whole list, or its results alone. */
    static Response answer(
            PageQuery query, boolean swap, Supplier<TemplateInstance> whole, Supplier<TemplateInstance> results) {
        if (swap) {
            return Answers.part(results.get(), query.address());
        }
        return query.isCanonical() ? Answers.page(whole.get()) : Answers.seeOther(query.address());
    }
}
