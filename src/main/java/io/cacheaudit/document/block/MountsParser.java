package io.cacheaudit.document.block;

import io.cacheaudit.document.Document;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads {@code /proc/PID/mountinfo}.
 *
 * <p>Source: proc_pid_mountinfo(5): ten fields parted by blanks, any number of optional ones before the dash.
 */
public final class MountsParser {
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7][0-7])");
    private static final int FIELDS_BEFORE_DASH = 6;

    private MountsParser() {}

    public static Parsed<Mounts> parse(Document document) {
        TextLines text = TextLines.of(document);
        List<Problem> problems = new ArrayList<>(text.problems());
        List<Mount> mounts = new ArrayList<>();
        for (TextLines.Line line : text.lines()) {
            String[] fields = line.text().strip().split(" +");
            int dash = Arrays.asList(fields).indexOf("-");
            if (dash < FIELDS_BEFORE_DASH || fields.length < dash + 3 || !isMount(fields)) {
                problems.add(new Problem(line.at(0), "expected a line of mountinfo"));
                continue;
            }
            List<String> options = new ArrayList<>(List.of(fields[5].split(",")));
            if (fields.length > dash + 3) {
                options.addAll(List.of(decoded(fields[dash + 3]).split(",")));
            }
            mounts.add(new Mount(
                    line.at(0),
                    Integer.parseInt(fields[0]),
                    fields[2],
                    decoded(fields[3]),
                    decoded(fields[4]),
                    decoded(fields[dash + 1]),
                    decoded(fields[dash + 2]),
                    options));
        }
        return new Parsed<>(mounts.isEmpty() && !problems.isEmpty() ? null : new Mounts(mounts), problems);
    }

    private static boolean isMount(String[] fields) {
        return fields[0].matches("[0-9]{1,9}") && fields[2].matches("[0-9]+:[0-9]+") && fields[4].startsWith("/");
    }

    private static String decoded(String field) {
        return OCTAL.matcher(field).replaceAll(MountsParser::character);
    }

    private static String character(MatchResult octal) {
        String character = String.valueOf((char) Integer.parseInt(octal.group(1), 8));
        return character.equals("\\") ? "\\\\" : character.equals("$") ? "\\$" : character;
    }
}
