package io.cacheaudit.document.qemu;

import io.cacheaudit.document.Document;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Positions;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code qemu-process} document: one argument a line, an empty line and {@code NAME=value} lines; or, where more
 * than the program stands on the first line, a command line as a shell reads it.
 */
public final class CommandLineParser {
    static final int MAX_CHARS = 4 * 1024 * 1024;
    private static final Pattern LOGGED_START =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d[ T][^\\n]{0,60}starting up[^\\n]*\\n", Pattern.MULTILINE);
    private static final Pattern PROGRAM = Pattern.compile("(.*/)?(qemu[^/]*|kvm)");
    private static final Set<String> VARIABLES = Set.of("CEPH_ARGS", "CEPH_CONF", "HOME");

    private CommandLineParser() {}

    /** As {@link #parse(Document, TreeReader)}, JSON operands kept as text only. */
    public static Parsed<QemuProcess> parse(Document document) {
        return parse(document, null);
    }

    /** The process; null where the document holds no command line. */
    public static Parsed<QemuProcess> parse(Document document, @Nullable TreeReader json) {
        String text = document.text();
        if (text.length() > MAX_CHARS) {
            return Parsed.failed(document.whole(), "longer than " + MAX_CHARS + " characters");
        }
        Positions positions = new Positions(document.path(), text);
        List<Problem> problems = new ArrayList<>();
        ProcessBuilding process = new ProcessBuilding(json, problems);
        if (isOneArgumentALine(text)) {
            readLines(text, positions, process, problems);
        } else {
            readCommand(ShellWords.split(text, start(text), positions, problems), process);
        }
        if (process.isEmpty()) {
            problems.add(new Problem(document.whole(), "expected a command line"));
            return new Parsed<>(null, problems);
        }
        return new Parsed<>(process.complete(), problems);
    }

    /** The offset of the command line: below the last start that a log of libvirt tells of, else at the beginning. */
    private static int start(String text) {
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        Matcher starts = LOGGED_START.matcher(text);
        while (starts.find()) {
            from = starts.end();
        }
        return from;
    }

    /** Whether the first line is the program alone; a line that a shell would continue is not. */
    private static boolean isOneArgumentALine(String text) {
        int from = start(text);
        int end = text.indexOf('\n', from);
        String first = (end < 0 ? text.substring(from) : text.substring(from, end)).stripTrailing();
        return !first.isEmpty()
                && !first.startsWith("#")
                && first.chars().noneMatch(c -> c == ' ' || c == '\t' || c == '"' || c == '\'')
                && !first.endsWith("\\")
                && !(end < 0 && first.contains("="));
    }

    private static void readLines(String text, Positions positions, ProcessBuilding process, List<Problem> problems) {
        List<Argument> arguments = new ArrayList<>();
        boolean inArguments = true;
        int at = start(text);
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            int last = stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            String line = text.substring(at, last);
            int from = at;
            if (inArguments && line.isEmpty() && isFollowedByVariables(text, stop + 1)) {
                inArguments = false;
            } else if (inArguments) {
                arguments.add(new Argument(line, index -> positions.at(from + index)));
            } else if (!line.isEmpty()) {
                readVariable(line, from, positions, process, problems);
            }
            at = stop + 1;
        }
        readArguments(arguments, process);
    }

    /** An empty line may also be an empty argument; then no variable stands on the next line. */
    private static boolean isFollowedByVariables(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return from >= text.length() || text.startsWith("=", end) && isName(text.substring(from, end));
    }

    private static boolean isName(String name) {
        return VARIABLES.contains(name) || ProcessBuilding.HOST_LINES.contains(name);
    }

    private static void readVariable(
            String line, int from, Positions positions, ProcessBuilding process, List<Problem> problems) {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            problems.add(new Problem(positions.at(from), "expected NAME=value"));
            return;
        }
        String name = line.substring(0, equals);
        Located<String> value = new Located<>(line.substring(equals + 1), positions.at(from + equals + 1));
        if (VARIABLES.contains(name)) {
            process.variable(name, value);
        } else if (ProcessBuilding.HOST_LINES.contains(name)) {
            process.host(name, value);
        }
    }

    private static void readCommand(List<Argument> words, ProcessBuilding process) {
        int at = 0;
        while (at < words.size() && words.get(at).text().matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*")) {
            Argument word = words.get(at++);
            int equals = word.text().indexOf('=');
            String name = word.text().substring(0, equals);
            if (VARIABLES.contains(name)) {
                process.variable(name, new Located<>(word.text().substring(equals + 1), word.at(equals + 1)));
            }
        }
        readArguments(words.subList(programAt(words, at), words.size()), process);
    }

    /** Where the program stands: after the columns of {@code ps} or a prompt, where its name gives it away. */
    private static int programAt(List<Argument> words, int from) {
        for (int i = from; i < words.size() && !words.get(i).text().startsWith("-"); i++) {
            if (PROGRAM.matcher(words.get(i).text()).matches()) {
                return i;
            }
        }
        return from;
    }

    private static void readArguments(List<Argument> arguments, ProcessBuilding process) {
        if (arguments.isEmpty()) {
            return;
        }
        process.program(arguments.get(0));
        for (int i = 1; i < arguments.size(); i++) {
            Argument option = arguments.get(i);
            Argument operand = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
            if (process.option(option, operand)) {
                i++;
            }
        }
    }
}
