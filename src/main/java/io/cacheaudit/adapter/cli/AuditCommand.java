package io.cacheaudit.adapter.cli;

import io.cacheaudit.audit.Audit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit}: a host's directory or files in, the whole audit out. */
@Command(name = "audit", description = "Audits a directory that looks like a host's root, or single files.")
final class AuditCommand implements Callable<Integer> {
    private final Dependencies deps;
    private final PrintStream out;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|FILE",
            description = "A host's root or an unpacked sosreport; or files.")
    private List<Path> paths = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json.")
    private Format format = Format.TABLE;

    AuditCommand(Dependencies deps, PrintStream out) {
        this.deps = deps;
        this.out = out;
    }

    enum Format {
        TABLE,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws UnusableInput, IOException {
        Audit audit = audit(deps, paths, spec);
        switch (format) {
            case TABLE -> out.print(String.join("\n", AuditTable.of(audit)));
            case JSON -> deps.auditJson().write(audit, out);
        }
        out.print("\n");
        return 0;
    }

    /** Reads, audits, and says on the error stream what could not be read and is no document. */
    static Audit audit(Dependencies deps, List<Path> paths, @Nullable CommandSpec spec) throws UnusableInput {
        HostReading reading =
                GivenPaths.read(paths, VersionOptions.of(spec), deps.json().get());
        if (spec != null) {
            reading.notes().forEach(note -> spec.commandLine().getErr().println("cache-audit: " + Plain.text(note)));
        }
        return deps.auditor()
                .apply(deps.rules().open(null))
                .audit(reading.set(), deps.clock().instant());
    }
}
