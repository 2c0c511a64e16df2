package io.cacheaudit.adapter.cli;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The QEMU processes below {@code /proc}: the command line one argument a line, an empty line, then what librados reads
 * of the environment and where the program and its librbd come from. Other variables are never read into a document.
 */
final class GuestProcesses {
    private static final String NAMES = "(?:qemu-system-\\S+|qemu-kvm|kvm|kvm-spice)";
    private static final Pattern QEMU = Pattern.compile("(?:.*/)?" + NAMES);
    private static final List<String> VARIABLES = List.of("CEPH_ARGS=", "CEPH_CONF=", "HOME=");
    private static final Pattern PROGRAM = Pattern.compile("\\s(/\\S*/" + NAMES + "(?: \\(deleted\\))?)$");
    private static final Pattern LIBRBD = Pattern.compile("\\s(/\\S*/librbd\\.so\\S*(?: \\(deleted\\))?)$");

    private final HostRoot root;

    GuestProcesses(HostRoot root) {
        this.root = root;
    }

    List<Document> read() {
        List<Document> processes = new ArrayList<>();
        root.names("proc", "[0-9]*").stream()
                .filter(pid -> pid.length() < 10 && pid.chars().allMatch(Character::isDigit))
                .sorted(Comparator.comparing(Integer::valueOf))
                .forEach(pid -> {
                    List<String> arguments = zeroEnded("proc/" + pid + "/cmdline");
                    if (!arguments.isEmpty() && QEMU.matcher(arguments.get(0)).matches()) {
                        processes.add(Document.present(Kind.QEMU_PROCESS, "/proc/" + pid, text(pid, arguments)));
                    }
                });
        return processes;
    }

    private String text(String pid, List<String> arguments) {
        List<String> lines = new ArrayList<>(arguments);
        lines.add("");
        zeroEnded("proc/" + pid + "/environ").stream()
                .filter(variable -> VARIABLES.stream().anyMatch(variable::startsWith))
                .sorted()
                .forEach(lines::add);
        root.linkTarget("proc/" + pid + "/cwd").ifPresent(target -> lines.add("cwd=" + target));
        root.linkTarget("proc/" + pid + "/exe")
                .or(() -> mapped(pid, PROGRAM))
                .ifPresent(target -> lines.add("exe=" + target));
        mapped(pid, LIBRBD).ifPresent(target -> lines.add("librbd=" + target));
        return String.join("\n", lines) + "\n";
    }

    /** The first mapped file of a kind; an archive that keeps no links names the program here alone. */
    private Optional<String> mapped(String pid, Pattern file) {
        return lines("proc/" + pid + "/maps")
                .map(file::matcher)
                .filter(Matcher::find)
                .map(mapping -> mapping.group(1))
                .findFirst();
    }

    private List<String> zeroEnded(String path) {
        return root.read(path) instanceof HostRoot.Entry.Content content
                ? List.of(new String(content.bytes(), StandardCharsets.UTF_8).split("\0"))
                : List.of();
    }

    private Stream<String> lines(String path) {
        return root.read(path) instanceof HostRoot.Entry.Content content
                ? new String(content.bytes(), StandardCharsets.UTF_8).lines()
                : Stream.empty();
    }
}
