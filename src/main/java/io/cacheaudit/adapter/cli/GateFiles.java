package io.cacheaudit.adapter.cli;

import io.cacheaudit.adapter.report.GateFormat;
import io.cacheaudit.audit.gate.GateOptionsReader;
import io.cacheaudit.audit.request.RequestProblem;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a gate beside the host's own: waivers, baseline, and the outputs. */
final class GateFiles {
    private final Supplier<TreeReader> json;

    GateFiles(Supplier<TreeReader> json) {
        this.json = json;
    }

    /** One {@code --output}. */
    record Output(GateFormat format, Path file) {}

    /** The outputs that were asked for, each {@code FORMAT=FILE}, no file twice. */
    static List<Output> outputs(List<String> given) throws UnusableInput {
        List<Output> outputs = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        for (String text : given) {
            int equals = text.indexOf('=');
            GateFormat format =
                    GateFormat.of(text.substring(0, Math.max(equals, 0))).orElse(null);
            if (format == null || equals == text.length() - 1) {
                throw new UnusableInput(
                        "--output: expected FORMAT=FILE with one of " + GateFormat.words() + ", found " + text);
            }
            Path file = path(text.substring(equals + 1));
            if (!taken.add(file.toAbsolutePath().normalize())) {
                throw new UnusableInput("--output: " + file + " is named twice");
            }
            outputs.add(new Output(format, file));
        }
        return outputs;
    }

    private static Path path(String text) throws UnusableInput {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UnusableInput("--output: expected a path, found " + text);
        }
    }

    /** Writes every output; of one that cannot be written whole no beginning is left. */
    static void write(List<Output> outputs, Function<GateFormat, byte[]> bytes) throws UnusableInput {
        for (Output output : outputs) {
            byte[] content = bytes.apply(output.format());
            try {
                Files.write(output.file(), content);
            } catch (IOException e) {
                remove(output.file());
                throw new UnusableInput("--output: " + output.file() + " cannot be written");
            }
        }
    }

    private static void remove(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // It could not be written either, which is said.
        }
    }

    List<Waiver> waivers(@Nullable Path file) throws UnusableInput {
        GateOptionsReader reader = new GateOptionsReader();
        List<Waiver> waivers = file == null ? List.of() : reader.waivers(tree(file), "");
        check(reader);
        return waivers;
    }

    @Nullable
    Set<String> baseline(@Nullable Path file) throws UnusableInput {
        if (file == null) {
            return null;
        }
        GateOptionsReader reader = new GateOptionsReader();
        Set<String> known = reader.baseline(tree(file), "");
        check(reader);
        return known;
    }

    private Tree tree(Path file) throws UnusableInput {
        Parsed<Tree> parsed = json.get().read(file.toString(), content(file));
        Tree tree = parsed.value();
        if (tree == null) {
            throw unusable(parsed.problems().stream());
        }
        return tree;
    }

    private static byte[] content(Path file) throws UnusableInput {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(HostRoot.FILE_LIMIT + 1);
            if (content.length > HostRoot.FILE_LIMIT) {
                throw new UnusableInput(file + ": larger than " + HostRoot.FILE_LIMIT + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new UnusableInput(file + ": cannot be opened");
        }
    }

    private static void check(GateOptionsReader reader) throws UnusableInput {
        if (!reader.problems().isEmpty()) {
            throw unusable(reader.problems().stream().map(RequestProblem::problem));
        }
    }

    private static UnusableInput unusable(Stream<Problem> problems) {
        return new UnusableInput(problems.sorted().map(Problem::toString).collect(Collectors.joining("; ")));
    }
}
