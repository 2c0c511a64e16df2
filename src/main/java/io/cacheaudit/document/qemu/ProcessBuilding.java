package io.cacheaudit.document.qemu;

import io.cacheaudit.document.qemu.QemuProcess.Host;
import io.cacheaudit.document.qemu.QemuProcess.MappedFile;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers the arguments and lines of one process. */
final class ProcessBuilding {
    static final Set<String> HOST_LINES = Set.of("cwd", "started", "exe", "librbd", "running_qemu", "running_librbd");
    private static final String DELETED = " (deleted)";
    /** Options whose operand we read; an operand of another option that looks like an option is taken as one. */
    private static final Set<String> READ =
            Set.of("name", "uuid", "drive", "blockdev", "device", "global", "set", "hda", "hdb", "hdc", "hdd", "cdrom");

    private final @Nullable TreeReader json;
    private final List<Problem> problems;
    private final List<Drive> drives = new ArrayList<>();
    private final List<JsonOrOptions> blockdevs = new ArrayList<>();
    private final List<JsonOrOptions> devices = new ArrayList<>();
    private final List<Located<String>> globals = new ArrayList<>();
    private final List<Located<String>> sets = new ArrayList<>();
    private final Map<String, Located<String>> environment = new TreeMap<>();
    private final Map<String, Located<String>> hostLines = new TreeMap<>();
    private @Nullable Located<String> program;
    private @Nullable Located<String> name;
    private @Nullable Located<String> uuid;

    ProcessBuilding(@Nullable TreeReader json, List<Problem> problems) {
        this.json = json;
        this.problems = problems;
    }

    boolean isEmpty() {
        return program == null;
    }

    void program(Argument argument) {
        program = located(argument);
    }

    void variable(String variable, Located<String> value) {
        environment.put(variable, value);
    }

    void host(String line, Located<String> value) {
        hostLines.put(line, value);
    }

    /** Reads an option, whose operand it takes where it answers true. */
    boolean option(Argument option, @Nullable Argument operand) {
        String word = option.text();
        String plain = word.startsWith("--") ? word.substring(2) : word.startsWith("-") ? word.substring(1) : "";
        if (!READ.contains(plain)) {
            return false;
        }
        if (operand == null) {
            problems.add(new Problem(option.at(), word + ": expected an operand"));
            return false;
        }
        switch (plain) {
            case "name" -> name = guestName(operand);
            case "uuid" -> uuid = located(operand);
            case "drive" -> drives.add(drive(operand));
            case "blockdev" -> blockdevs.add(jsonOrOptions(operand));
            case "device" -> devices.add(jsonOrOptions(operand));
            case "global" -> globals.add(located(operand));
            case "set" -> sets.add(located(operand));
            default -> drives.add(shortDrive(operand));
        }
        return true;
    }

    private static Located<String> located(Argument argument) {
        return new Located<>(argument.text(), argument.at());
    }

    private static Located<String> guestName(Argument operand) {
        Options options = OptionsReader.read(operand);
        Located<String> guest = options.value("guest");
        if (guest != null) {
            return guest;
        }
        return options.implied() == null ? located(operand) : options.implied();
    }

    private static Drive drive(Argument operand) {
        Options options = OptionsReader.read(operand);
        Located<String> file = options.value("file");
        RbdName rbd = null;
        if (file != null && RbdNameReader.recognises(file.value())) {
            int[] offsets = OptionsReader.offsets(operand, "file");
            rbd = RbdNameReader.read(file.value(), index -> operand.at(offsets[index]));
        }
        return new Drive(options, file, rbd);
    }

    /** {@code -hda FILE}: the whole operand is a file name, commas included. */
    private static Drive shortDrive(Argument operand) {
        Located<String> file = located(operand);
        RbdName rbd = RbdNameReader.recognises(operand.text()) ? RbdNameReader.read(operand.text(), operand::at) : null;
        return new Drive(new Options(file, null, List.of()), file, rbd);
    }

    private JsonOrOptions jsonOrOptions(Argument operand) {
        Located<String> raw = located(operand);
        if (!operand.text().startsWith("{")) {
            return new JsonOrOptions(raw, OptionsReader.read(operand), null);
        }
        if (json == null) {
            return new JsonOrOptions(raw, null, null);
        }
        Parsed<Tree> tree = json.read(raw.at().source(), operand.text().getBytes(StandardCharsets.UTF_8));
        JsonPlaces places = new JsonPlaces(operand);
        tree.problems().forEach(problem -> problems.add(places.moved(problem)));
        Tree value = tree.value();
        return new JsonOrOptions(raw, null, value == null ? null : places.moved(value));
    }

    QemuProcess complete() {
        Host host = new Host(
                hostLines.get("cwd"),
                hostLines.get("started"),
                mapped(hostLines.get("exe")),
                mapped(hostLines.get("librbd")),
                hostLines.get("running_qemu"),
                hostLines.get("running_librbd"));
        return new QemuProcess(program, name, uuid, drives, blockdevs, devices, globals, sets, environment, host);
    }

    private static @Nullable MappedFile mapped(@Nullable Located<String> line) {
        if (line == null) {
            return null;
        }
        boolean deleted = line.value().endsWith(DELETED);
        String path = deleted ? line.value().substring(0, line.value().length() - DELETED.length()) : line.value();
        return new MappedFile(new Located<>(path, line.at()), deleted);
    }
}
