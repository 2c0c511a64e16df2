package io.cacheaudit.adapter.cli;

import io.cacheaudit.adapter.report.GateFormat;
import io.cacheaudit.adapter.report.ReportPaths;
import io.cacheaudit.audit.RuleSource;
import io.cacheaudit.audit.gate.Gate;
import io.cacheaudit.audit.gate.GateOptions;
import io.cacheaudit.audit.gate.GateResult;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code gate}: a host's directory or files in, a verdict out, which is the exit code too. */
@Command(
        name = "gate",
        description = "Passes or fails a directory that looks like a host's root, or single files.",
        footer = {
            "",
            "Exit codes: 0 PASS, or UNKNOWN without --fail-on-unknown; 1 FAIL; 2 wrong usage, a path that cannot be",
            "opened, or an output that cannot be written; 3 UNKNOWN with --fail-on-unknown; 4 internal error.",
        })
final class GateCommand implements Callable<Integer> {
    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int UNDECIDED = 3;
    private static final int BROKEN = 4;

    private final Dependencies deps;
    private final PrintStream out;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|FILE",
            description = "A host's root or an unpacked sosreport; or files.")
    private List<Path> paths = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = SeverityWord.class,
            description = "The mildest severity that fails: critical, high (default), medium, low or info.")
    private Severity failOn = Verdict.DEFAULT_THRESHOLD;

    @Option(
            names = "--fail-on-unknown",
            description = "An UNKNOWN verdict is exit code 3, and what could still change counts as unknown.")
    private boolean failOnUnknown;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatWord.class,
            description = "What goes to standard output: text (default), json, sarif, junit, gitlab, github, markdown.")
    private GateFormat format = GateFormat.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            description = "Writes a format to a file as well; may be repeated.")
    private List<String> outputs = List.of();

    @Option(names = "--waivers", paramLabel = "FILE", description = "Accepted findings, a JSON list of waivers.")
    private @Nullable Path waivers;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Known findings: a JSON list of fingerprints, or an answer of gate or audit as JSON.")
    private @Nullable Path baseline;

    GateCommand(Dependencies deps, PrintStream out) {
        this.deps = deps;
        this.out = out;
    }

    @Override
    public Integer call() throws UnusableInput {
        GateFiles files = new GateFiles(deps.json());
        List<GateFiles.Output> targets = GateFiles.outputs(outputs);
        GateOptions options = new GateOptions(failOn, failOnUnknown, files.waivers(waivers), files.baseline(baseline));
        HostReading reading =
                GivenPaths.read(paths, VersionOptions.of(spec), deps.json().get());
        reading.notes().forEach(this::say);
        RuleSource rules = deps.rules().open(null);
        Gate gate = new Gate(deps.auditor().apply(rules)::run, rules.pack(), deps.clock());
        GateResult result = gate.judge(reading.set(), options);
        ReportPaths places = reading.places();
        byte[] answer = format.bytes(result, places);
        GateFiles.write(targets, target -> target.bytes(result, places));
        out.write(answer, 0, answer.length);
        out.flush();
        int code = code(result);
        return code == PASSED && out.checkError() ? BROKEN : code;
    }

    private int code(GateResult result) {
        result.expired()
                .forEach(waiver -> say("the waiver of " + waiver.rule() + " by " + waiver.owner() + " expired on "
                        + waiver.expires() + " and does not count"));
        return switch (result.verdict()) {
            case FAIL -> FAILED;
            case PASS -> PASSED;
            case UNKNOWN -> {
                if (failOnUnknown) {
                    yield UNDECIDED;
                }
                say("the verdict is UNKNOWN, which is no pass; with --fail-on-unknown it is exit code 3");
                yield PASSED;
            }
        };
    }

    private void say(String sentence) {
        if (spec != null) {
            spec.commandLine().getErr().println("cache-audit: " + Plain.text(sentence));
        }
    }

    static final class SeverityWord implements ITypeConverter<Severity> {
        @Override
        public Severity convert(String word) {
            return Severity.of(word)
                    .orElseThrow(() -> new TypeConversionException("expected one of "
                            + Arrays.stream(Severity.values())
                                    .map(Severity::word)
                                    .collect(Collectors.joining(", "))));
        }
    }

    static final class FormatWord implements ITypeConverter<GateFormat> {
        @Override
        public GateFormat convert(String word) {
            return GateFormat.of(word)
                    .orElseThrow(() -> new TypeConversionException("expected one of " + GateFormat.words()));
        }
    }
}
