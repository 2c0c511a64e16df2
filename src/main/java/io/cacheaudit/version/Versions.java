package io.cacheaudit.version;

import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions a host sent. One that was not sent, or that holds no version, is unknown. */
public final class Versions {
    /** The name under which problems of the versions are reported. */
    public static final String SOURCE = "versions";

    private final Map<Component, Version> known;
    private final List<Problem> problems;

    private Versions(Map<Component, Version> known, List<Problem> problems) {
        this.known = Collections.unmodifiableMap(known);
        this.problems = List.copyOf(problems);
    }

    /** Reads the texts by component word; texts that hold no version become problems. Words must be known ones. */
    public static Versions of(Map<String, String> texts) {
        Map<Component, Version> known = new EnumMap<>(Component.class);
        List<Problem> problems = new ArrayList<>();
        String distribution = texts.getOrDefault(Component.DISTRIBUTION.word(), "");
        texts.forEach((word, text) -> {
            Component component = Component.of(word)
                    .orElseThrow(() -> new IllegalArgumentException("no component is called " + word));
            Optional<Version> version = Version.parse(component, text, distribution);
            if (version.isPresent()) {
                known.put(component, version.get());
            } else if (component != Component.DISTRIBUTION) {
                problems.add(new Problem(
                        Provenance.whole(SOURCE), word + ": expected a version as the package manager prints it"));
            }
        });
        return new Versions(known, problems);
    }

    public Optional<Version> get(Component component) {
        return Optional.ofNullable(known.get(component));
    }

    /** The same versions with one of them replaced, or left unknown. */
    public Versions with(Component component, Optional<Version> version) {
        Map<Component, Version> copy = new EnumMap<>(Component.class);
        copy.putAll(known);
        copy.remove(component);
        version.ifPresent(value -> copy.put(component, value));
        return new Versions(copy, problems);
    }

    /** What is taken for granted where a component is a distribution's build of an upstream release. */
    public List<String> assumes(Component component) {
        return get(component)
                .filter(Version::isDistributionBuild)
                .map(version -> "distribution patches do not touch this: " + component.word() + " " + version.text())
                .stream()
                .toList();
    }

    public List<Problem> problems() {
        return problems;
    }
}
