package io.cacheaudit.adapter.cli;

import io.cacheaudit.version.Component;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The versions given as options: they win over what a directory says. */
final class VersionOptions {
    private VersionOptions() {}

    static String name(Component component) {
        return "--" + component.word().replace('_', '-');
    }

    /** The options that were given, by component word. */
    static Map<String, String> of(@Nullable CommandSpec spec) {
        Map<String, String> versions = new TreeMap<>();
        for (Component component : Component.values()) {
            String version = spec == null
                    ? null
                    : spec.commandLine().getParseResult().matchedOptionValue(name(component), (String) null);
            if (version != null) {
                versions.put(component.word(), version);
            }
        }
        return versions;
    }
}
