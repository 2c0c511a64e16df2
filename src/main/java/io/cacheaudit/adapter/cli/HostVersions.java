package io.cacheaudit.adapter.cli;

import io.cacheaudit.text.NearestName;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import io.cacheaudit.version.Component;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The versions a host's directory tells: its list of packages, {@code os-release} and the kernel's name, and before them
 * {@code versions.json} at its root.
 */
final class HostVersions {
    static final String FILE = "versions.json";

    private static final Pattern DEB = Pattern.compile("[hi]i\\s+([^\\s:]+)(?::\\S+)?\\s+(\\S+)(?:\\s.*)?");
    private static final Pattern RPM = Pattern.compile(
            "(\\S+?)-(\\d[^\\s-]*-[^\\s-]+?)(?:\\.(?:x86_64|aarch64|ppc64le|s390x|i686|noarch))?(?:\\s.*)?");
    private static final Pattern PRETTY = Pattern.compile("PRETTY_NAME=[\"']?([^\"']*)[\"']?");

    /** The packages that hold a component, the most telling first. */
    private static final Map<Component, List<String>> PACKAGES = packages();

    private final HostRoot root;
    private final TreeReader json;
    private final List<String> notes;

    HostVersions(HostRoot root, TreeReader json, List<String> notes) {
        this.root = root;
        this.json = json;
        this.notes = notes;
    }

    private static Map<Component, List<String>> packages() {
        Map<Component, List<String>> packages = new EnumMap<>(Component.class);
        packages.put(
                Component.QEMU,
                List.of(
                        "qemu-system-x86",
                        "qemu-kvm-rhev",
                        "qemu-kvm-ev",
                        "qemu-kvm-core",
                        "qemu-kvm",
                        "qemu-system-x86-core",
                        "qemu-system-arm",
                        "qemu-system-ppc"));
        packages.put(Component.LIBRBD, List.of("librbd1"));
        packages.put(Component.LIBVIRT, List.of("libvirt-daemon", "libvirt-bin", "libvirt0", "libvirt"));
        packages.put(
                Component.NOVA,
                List.of("nova-compute", "openstack-nova-compute", "python3-nova", "python-nova", "nova-common"));
        packages.put(
                Component.OSLO_CONFIG,
                List.of(
                        "python3-oslo.config",
                        "python-oslo.config",
                        "python3-oslo-config",
                        "python2-oslo-config",
                        "python-oslo-config"));
        packages.put(
                Component.GLUSTERFS,
                List.of("glusterfs-common", "glusterfs-client", "glusterfs-server", "glusterfs-libs", "glusterfs"));
        return packages;
    }

    Map<String, String> read() {
        Map<String, String> versions = new TreeMap<>();
        Map<String, String> debs = new TreeMap<>();
        Map<String, String> rpms = new TreeMap<>();
        for (String place : List.of("installed-debs", "dpkg -l", "dpkg-l", "sos_commands/dpkg/dpkg_-l")) {
            lines(place)
                    .map(DEB::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> debs.putIfAbsent(line.group(1), line.group(2)));
        }
        for (String place : List.of("installed-rpms", "sos_commands/rpm/sh_-c_rpm_--nodigest_-qa")) {
            lines(place)
                    .map(RPM::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> rpms.putIfAbsent(line.group(1), line.group(1) + "-" + line.group(2)));
        }
        PACKAGES.forEach((component, names) -> {
            String found = names.stream()
                    .filter(debs::containsKey)
                    .findFirst()
                    .map(debs::get)
                    .or(() ->
                            names.stream().filter(rpms::containsKey).findFirst().map(rpms::get))
                    .orElse(null);
            put(versions, component, found);
        });
        put(versions, Component.KERNEL, kernel());
        put(versions, Component.DISTRIBUTION, distribution());
        versions.putAll(stated());
        return versions;
    }

    private static void put(Map<String, String> versions, Component component, @Nullable String version) {
        if (version != null) {
            versions.put(component.word(), version);
        }
    }

    private @Nullable String kernel() {
        String osrelease = lines("proc/sys/kernel/osrelease").findFirst().orElse(null);
        if (osrelease != null) {
            return osrelease;
        }
        String[] uname =
                lines("sos_commands/kernel/uname_-a").findFirst().orElse("").split(" ");
        return uname.length > 2 ? uname[2] : null;
    }

    private @Nullable String distribution() {
        return Stream.concat(lines("etc/os-release"), lines("usr/lib/os-release"))
                .map(PRETTY::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .findFirst()
                .orElse(null);
    }

    /** What {@code versions.json} says; what is wrong with it becomes a note, and its version stays unknown. */
    private Map<String, String> stated() {
        if (!(root.read(FILE) instanceof HostRoot.Entry.Content content)) {
            return Map.of();
        }
        Parsed<Tree> parsed = json.read(FILE, content.bytes());
        parsed.problems().stream().map(Problem::toString).forEach(notes::add);
        Parsed<Map<String, String>> stated =
                parsed.value() == null ? new Parsed<>(null, List.of()) : of(parsed.value());
        stated.problems().stream().map(Problem::toString).forEach(notes::add);
        return stated.value() == null ? Map.of() : stated.value();
    }

    /** Versions by component word from a mapping of JSON; other names and values are problems. */
    static Parsed<Map<String, String>> of(Tree tree) {
        if (!(tree instanceof Tree.Fields fields)) {
            return Parsed.failed(tree.at(), "expected a mapping of versions");
        }
        List<String> words =
                Arrays.stream(Component.values()).map(Component::word).toList();
        Map<String, String> versions = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        fields.fields().forEach((name, field) -> {
            if (!words.contains(name)) {
                problems.add(
                        new Problem(field.keyAt(), "unknown version \"" + name + "\"" + NearestName.hint(name, words)));
            } else if (field.value() instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.STRING) {
                versions.put(name, scalar.text());
            } else if (!(field.value() instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NULL)) {
                problems.add(new Problem(field.value().at(), name + ": expected a text"));
            }
        });
        return new Parsed<>(versions, problems);
    }

    private Stream<String> lines(String place) {
        return root.read(place) instanceof HostRoot.Entry.Content content
                ? new String(content.bytes(), StandardCharsets.UTF_8).lines()
                : Stream.empty();
    }
}
