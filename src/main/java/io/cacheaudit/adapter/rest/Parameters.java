package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.rest.problem.ErrorView;
import io.cacheaudit.adapter.rest.problem.ProblemType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query parameters of a request; those that are not known, stand twice or hold no such value are one problem. */
final class Parameters {
    private static final Map<String, Boolean> TRUTH = Map.of("true", true, "false", false);
    private static final int MAX_LIMIT = 1000;
    private static final int DEFAULT_LIMIT = 100;

    private final MultivaluedMap<String, String> given;
    private final List<ErrorView> errors = new ArrayList<>();

    private Parameters(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    static Parameters of(UriInfo address, String... known) {
        Parameters parameters = new Parameters(address.getQueryParameters());
        Set<String> names = new TreeSet<>(Set.of(known));
        new TreeMap<>(parameters.given).forEach((name, values) -> {
            if (!names.contains(name)) {
                parameters.wrong(name, "unknown parameter, expected one of " + names);
            } else if (values.size() > 1) {
                parameters.wrong(name, "stands more than once");
            }
        });
        return parameters;
    }

    @Nullable
    String text(String name) {
        String text = given.getFirst(name);
        return text == null || text.isEmpty() ? null : text;
    }

    /** A value with a closed set of words, null where the parameter is absent. */
    <T> @Nullable T word(String name, Function<String, Optional<T>> reading, String expected) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Optional<T> value = reading.apply(text);
        if (value.isEmpty()) {
            wrong(name, "expected one of " + expected);
        }
        return value.orElse(null);
    }

    /** True or false, null where the parameter is absent. */
    @Nullable
    Boolean truth(String name) {
        return word(name, word -> Optional.ofNullable(TRUTH.get(word)), "true, false");
    }

    /** The parameter {@code sort} as one of these, in lower case; the first where it is absent. */
    <E extends Enum<E>> E order(E[] orders) {
        E order = word("sort", Words.lowerCase(orders), Words.list(orders));
        return order == null ? orders[0] : order;
    }

    int limit() {
        Integer limit = word(
                "limit",
                text -> text.matches("[0-9]{1,4}")
                        ? Optional.of(Integer.valueOf(text)).filter(n -> n >= 1 && n <= MAX_LIMIT)
                        : Optional.empty(),
                "1 to " + MAX_LIMIT);
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** Throws the problem where anything is wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw ProblemType.INVALID_REQUEST.with("the query parameters are not valid", errors);
        }
    }

    private void wrong(String name, String message) {
        errors.add(ErrorView.parameter(name, message));
    }
}
