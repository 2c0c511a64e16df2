package io.cacheaudit.rule;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with fields in braces, such as {@code {domain}/{target}}.
 *
 * @param fields every field it names
 */
public record Template(String text, Set<String> fields) {
    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");
    private static final String UNKNOWN = "(not known)";

    /** The template of a text; a name that is no field, or a brace without its partner, is a problem at the text. */
    static Template of(String text, Vocabulary<?> vocabulary, Provenance at, List<Problem> problems) {
        Set<String> fields = new LinkedHashSet<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            fields.add(name);
            if (vocabulary.field(name).isEmpty()) {
                problems.add(new Problem(Position.within(text, matcher.start(1), at), vocabulary.unknownField(name)));
            }
        }
        String rest = FIELD.matcher(text).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            problems.add(new Problem(at, "a brace without its partner; write fields as {name}"));
        }
        return new Template(text, Set.copyOf(fields));
    }

    /** The text for one subject; what is unknown is said. */
    String fill(Vocabulary<?> vocabulary, Values values) {
        return FIELD.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(word(match.group(1), vocabulary, values.get(match.group(1)))));
    }

    private static String word(String path, Vocabulary<?> vocabulary, Effective<?> value) {
        return value.fold(
                known -> {
                    String text = printable(String.valueOf(known.value()));
                    return text.isEmpty()
                            ? vocabulary.field(path).map(Field::absent).orElse("")
                            : text;
                },
                unknown -> UNKNOWN);
    }

    /** Names come from documents: control characters and line ends in them become U+FFFD. */
    private static String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
