package io.cacheaudit.adapter.cli;

import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.Step;
import io.cacheaudit.effective.drive.DriveCache;
import io.cacheaudit.effective.drive.GuestFlush;
import io.cacheaudit.effective.durability.Cell;
import io.cacheaudit.effective.durability.Failure;
import io.cacheaudit.effective.durability.HeldIn;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One disk explained: what was written, what holds, which layer decided, and what a crash can take. */
final class Explanation {
    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();
    private final Set<Missing> missing = new TreeSet<>();
    private final Set<String> assumptions = new TreeSet<>();

    private Explanation() {}

    static List<String> of(EffectiveDisk disk) {
        Explanation explanation = new Explanation();
        explanation.head(disk);
        explanation.drive(disk.driveCache());
        explanation.defined(disk.defined());
        explanation.rbd(disk.rbdCache());
        explanation.nova(disk);
        explanation.durability(disk);
        explanation.bases(disk);
        explanation.missing();
        return explanation.lines;
    }

    private void head(EffectiveDisk disk) {
        String format = disk.facts().format() == null
                ? ""
                : ", " + Plain.text(disk.facts().format());
        lines.add(DiskWords.name(disk) + "  " + DiskWords.source(disk.facts().source()) + format + ", "
                + disk.facts().origin().word() + " at "
                + Plain.text(disk.facts().at().toString()));
    }

    private void drive(DriveCache cache) {
        lines.add("");
        lines.add("drive cache: configured " + DiskWords.configured(cache) + " -> effective " + DiskWords.mode(cache));
        List<String> flags = new ArrayList<>();
        cache.flags().known().ifPresent(triple -> {
            flags.add("write cache " + (triple.writeback() ? "on" : "off"));
            flags.add(triple.direct() ? "opened direct" : "not opened direct");
            flags.add(triple.noFlush() ? "flushes dropped" : "flushes kept");
        });
        flags.add("guest flush "
                + DiskWords.value(cache.guestFlush(), GuestFlush::word).replace('_', ' '));
        flags.add("host page cache " + DiskWords.value(cache.hostPageCache(), used -> used ? "used" : "not used"));
        lines.add(INDENT + String.join(", ", flags));
        note(cache.flags());
        note(cache.guestFlush());
        note(cache.hostPageCache());
        stack(cache.derivation());
    }

    private void defined(@Nullable DriveCache cache) {
        if (cache != null) {
            lines.add("");
            lines.add("after the next start: configured " + DiskWords.configured(cache) + " -> effective "
                    + DiskWords.mode(cache));
            stack(cache.derivation());
        }
    }

    private void rbd(@Nullable RbdCache cache) {
        if (cache == null) {
            return;
        }
        lines.add("");
        lines.add("rbd cache: " + DiskWords.rbd(cache)
                + DiskWords.value(
                                cache.holdsWrites(), held -> held ? ", holds acknowledged writes" : ", holds no writes")
                        .replace(DiskWords.UNKNOWN, ""));
        note(cache.enabled());
        note(cache.state());
        cache.settings().forEach((option, setting) -> {
            lines.add(INDENT + Plain.text(option) + " = " + DiskWords.value(setting.effective()));
            note(setting.effective());
            stack(setting.derivation());
        });
    }

    private void nova(EffectiveDisk disk) {
        Effective<String> expected = disk.expected().cachemode();
        note(expected);
        if (expected.known().filter(String::isEmpty).isEmpty()) {
            lines.add("");
            lines.add("nova's disk_cachemodes would give: " + DiskWords.value(expected));
            stack(disk.expected().derivation());
        }
    }

    /** The layers of a derivation, the deciding one first. */
    private void stack(Derivation derivation) {
        List<List<String>> rows = new ArrayList<>();
        if (derivation.decidedBy() != null) {
            rows.add(step("decided", derivation.decidedBy()));
        }
        derivation.overridden().forEach(step -> rows.add(step("overridden", step)));
        derivation.ignored().forEach(step -> rows.add(step("ignored", step)));
        Plain.table(rows).forEach(line -> lines.add(INDENT + INDENT + line));
        if (derivation.row() != null) {
            lines.add(INDENT + INDENT + "by row " + Plain.text(derivation.row()));
        }
        assumptions.addAll(derivation.assumes());
    }

    private static List<String> step(String role, Step step) {
        return List.of(
                role,
                step.layer(),
                step.value() == null ? "" : Plain.text(step.value()),
                step.at() == null ? "" : Plain.text(step.at().toString()),
                step.why() == null ? "" : Plain.text(step.why()));
    }

    private void durability(EffectiveDisk disk) {
        lines.add("");
        lines.add("what a crash can take of acknowledged writes:");
        List<List<String>> rows = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of(""));
        for (Failure failure : Failure.values()) {
            titles.add(DiskWords.spaced(failure));
        }
        rows.add(titles);
        Map<String, Map<Writes, List<String>>> reasons = new LinkedHashMap<>();
        for (Writes writes : Writes.values()) {
            List<String> row = new ArrayList<>(List.of(DiskWords.spaced(writes)));
            for (Failure failure : Failure.values()) {
                Cell cell = disk.durability().cell(writes, failure);
                row.add(cell(cell));
                note(cell.risk());
                reasons.computeIfAbsent(reason(cell), reason -> new LinkedHashMap<>())
                        .computeIfAbsent(writes, of -> new ArrayList<>())
                        .add(DiskWords.spaced(failure));
            }
            rows.add(row);
        }
        Plain.table(rows).forEach(line -> lines.add(INDENT + line));
        reasons.forEach((reason, cells) -> lines.add(INDENT + named(cells) + ": " + reason));
    }

    /** Whole rows by their name, single cells by both names. */
    private static String named(Map<Writes, List<String>> cells) {
        return cells.entrySet().stream()
                .map(row -> DiskWords.spaced(row.getKey())
                        + (row.getValue().size() == Failure.values().length
                                ? ""
                                : " (" + String.join(", ", row.getValue()) + ")"))
                .collect(Collectors.joining("; "));
    }

    private static String cell(Cell cell) {
        String bytes = cell.bytes() == null ? "" : " " + DiskWords.size(cell.bytes());
        return DiskWords.value(cell.risk(), Risk::word) + bytes;
    }

    private static String reason(Cell cell) {
        String held = cell.heldIn().isEmpty()
                ? ""
                : " (held in " + cell.heldIn().stream().map(HeldIn::word).collect(Collectors.joining(", ")) + ")";
        String row = cell.row() == null ? "" : " [row " + cell.row() + "]";
        return Plain.text(cell.because() + held + row);
    }

    private void bases(EffectiveDisk disk) {
        disk.backing().forEach(base -> {
            lines.add("");
            lines.add("on top of " + DiskWords.source(base.source())
                    + (base.rbdCache() == null ? "" : ", rbd cache " + DiskWords.rbd(base.rbdCache())));
        });
    }

    private void missing() {
        if (!assumptions.isEmpty()) {
            lines.add("");
            lines.add("taken for granted:");
            assumptions.forEach(assumed -> lines.add(INDENT + Plain.text(assumed)));
        }
        if (!missing.isEmpty()) {
            lines.add("");
            lines.add("not known, or not for sure:");
            missing.forEach(one -> lines.add(INDENT + AuditTable.missing(one)));
        }
    }

    private void note(Effective<?> effective) {
        missing.addAll(effective.missing());
    }
}
