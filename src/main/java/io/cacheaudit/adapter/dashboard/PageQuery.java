package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Words;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page's address asks for. A filter that is not understood is refused, never left out: a list that shows more than
 * it was asked for reads as a list where nothing was found.
 */
final class PageQuery {
    static final String TOKEN = "page_token";

    private final String path;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final boolean canonical;

    private PageQuery(String path, MultivaluedMap<String, String> parameters, List<String> known) {
        this.path = path;
        new TreeMap<>(parameters).forEach((name, values) -> {
            if (!known.contains(name) || values.size() > 1) {
                wrong.add(Printable.name(name));
            }
        });
        for (String name : known) {
            String value = parameters.getFirst(name);
            if (value != null && !value.isBlank()) {
                given.put(name, value.strip());
            }
        }
        canonical = given.size() == parameters.size();
    }

    static PageQuery of(UriInfo address, String path, String... known) {
        List<String> names = new ArrayList<>(List.of(known));
        names.add(TOKEN);
        return new PageQuery(path, address.getQueryParameters(), names);
    }

    @Nullable
    String text(String name) {
        return given.get(name);
    }

    /** The value as a form shows it. */
    String value(String name) {
        return given.getOrDefault(name, "");
    }

    <T> @Nullable T word(String name, Function<String, Optional<T>> reading) {
        String text = given.get(name);
        if (text == null) {
            return null;
        }
        Optional<T> value = reading.apply(text);
        if (value.isEmpty()) {
            wrong.add(name);
        }
        return value.orElse(null);
    }

    /** A constant by its name in lower case. */
    <E extends Enum<E>> @Nullable E constant(String name, E[] constants) {
        return word(name, word -> Optional.ofNullable(byWord(word, constants)));
    }

    private static <E extends Enum<E>> @Nullable E byWord(String word, E[] constants) {
        for (E constant : constants) {
            if (Words.lower(constant).equals(word)) {
                return constant;
            }
        }
        return null;
    }

    @Nullable
    Boolean truth(String name) {
        return word(name, text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    @Nullable
    String token() {
        return given.get(TOKEN);
    }

    /** Whether the page goes on where another ended. */
    boolean isPaged() {
        return given.containsKey(TOKEN);
    }

    boolean isFiltered() {
        return given.keySet().stream().anyMatch(name -> !name.equals(TOKEN) && !name.equals("sort"));
    }

    /** Whether nothing stands in the address that says nothing. */
    boolean isCanonical() {
        return canonical;
    }

    /** This address. */
    String address() {
        return address(path, given);
    }

    /** The same list, begun or gone on elsewhere; null begins it. */
    String at(@Nullable String token) {
        Map<String, String> changed = new LinkedHashMap<>(given);
        changed.remove(TOKEN);
        if (token != null) {
            changed.put(TOKEN, token);
        }
        return address(path, changed);
    }

    /** Throws where anything is not understood. */
    void check() {
        if (!wrong.isEmpty()) {
            throw new NotUnderstood(wrong);
        }
    }

    static void put(Map<String, String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }

    static String address(String path, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : path
                        + parameters.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Parts of an address that a page does not understand. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String parts;

        NotUnderstood(List<String> parts) {
            super("not understood: " + parts);
            this.parts = String.join(", ", parts);
        }

        String parts() {
            return parts;
        }
    }
}
