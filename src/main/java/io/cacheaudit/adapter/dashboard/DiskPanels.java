package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.Step;
import io.cacheaudit.effective.durability.Cell;
import io.cacheaudit.effective.durability.Durability;
import io.cacheaudit.effective.durability.Failure;
import io.cacheaudit.effective.durability.HeldIn;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Effective disks to what a page shows of them. */
final class DiskPanels {
    private DiskPanels() {}

    static DiskPanel of(EffectiveDisk disk, int number) {
        DiskFacts facts = disk.facts();
        String configured = disk.driveCache().configured();
        return new DiskPanel(
                "disk-" + number,
                Printable.of(facts.domain() + "/" + facts.target()),
                source(facts),
                facts.origin().word(),
                configured == null ? "not written" : Printable.of(configured),
                shown(disk.driveCache().mode(), word -> word.isEmpty() ? "a mode without a word" : word),
                shown(disk.driveCache().guestFlush(), DiskPanels::words),
                rbd(disk.rbdCache()),
                rows(disk.durability()),
                stacks(disk));
    }

    /** What findings about this disk have as their subject. */
    static Subject subject(EffectiveDisk disk) {
        return Subject.disk(disk.facts().domain(), disk.facts().target());
    }

    /** What would lift an unknown, in words. */
    static String missing(List<Missing> all) {
        return all.stream()
                .map(missing -> Printable.of(
                        missing.collect() != null
                                ? missing.name() + " (collect it with: " + missing.collect() + ")"
                                : missing.name() + (missing.because() == null ? "" : " (" + missing.because() + ")")))
                .collect(Collectors.joining("; "));
    }

    private static String source(DiskFacts facts) {
        DiskFacts.SourceFacts source = facts.source();
        String kind = source.protocol() == null ? source.type() : source.protocol();
        String name = source.name() == null ? "empty" : source.name();
        return Printable.of(kind + ": " + name + (facts.format() == null ? "" : ", " + facts.format()));
    }

    private static String rbd(@Nullable RbdCache cache) {
        if (cache == null) {
            return "not an rbd disk";
        }
        String enabled = shown(cache.enabled(), on -> on ? "on" : "off");
        return cache.enabled().known().isEmpty() ? enabled : enabled + ", " + shown(cache.state(), DiskPanels::words);
    }

    private static <T> String shown(Effective<T> value, Function<? super T, String> words) {
        return value.fold(
                known -> Printable.of(words.apply(known.value()))
                        + (known.conditional() ? " (unless " + missing(known.missing()) + " says otherwise)" : ""),
                unknown -> "unknown, missing " + missing(unknown.missing()));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<DiskPanel.RiskRow> rows(Durability durability) {
        return Arrays.stream(Writes.values())
                .map(writes -> new DiskPanel.RiskRow(
                        switch (writes) {
                            case FLUSHED -> "Writes the guest flushed";
                            case UNFLUSHED -> "Writes since its last flush";
                            case NEVER_FLUSHING_GUEST -> "Guest that never flushes";
                        },
                        Arrays.stream(Failure.values())
                                .map(failure -> cell(durability.cell(writes, failure)))
                                .toList()))
                .toList();
    }

    private static DiskPanel.RiskCell cell(Cell cell) {
        String because = Printable.of(cell.because());
        return cell.risk()
                .fold(
                        known -> new DiskPanel.RiskCell(known.value().word(), risk(known.value(), cell), because),
                        unknown -> new DiskPanel.RiskCell(
                                "unknown", "unknown", because + ", missing " + missing(unknown.missing())));
    }

    private static String risk(Risk risk, Cell cell) {
        String places = cell.heldIn().stream()
                .map(HeldIn::word)
                .collect(Collectors.joining(", "))
                .replace('_', ' ');
        String held = places.isEmpty() ? "" : " in " + places;
        return switch (risk) {
            case NONE -> "nothing lost";
            case BOUNDED -> (cell.bytes() == null ? "a bounded amount" : "up to " + bytes(cell.bytes())) + held;
            case UNBOUNDED -> "no bound" + held;
        };
    }

    private static String bytes(long bytes) {
        return bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? (bytes >> 20) + " MiB" : bytes + " bytes";
    }

    private static List<DiskPanel.LayerStack> stacks(EffectiveDisk disk) {
        List<DiskPanel.LayerStack> stacks = new ArrayList<>();
        stacks.add(stack(
                "drive cache",
                shown(disk.driveCache().mode(), word -> word),
                disk.driveCache().derivation()));
        RbdCache rbd = disk.rbdCache();
        if (rbd != null) {
            rbd.settings()
                    .forEach((name, setting) -> stacks.add(
                            stack(name, shown(setting.effective(), Object::toString), setting.derivation())));
        }
        return stacks;
    }

    private static DiskPanel.LayerStack stack(String what, String value, Derivation derivation) {
        List<DiskPanel.LayerLine> layers = new ArrayList<>();
        if (derivation.decidedBy() != null) {
            layers.add(line("decides", derivation.decidedBy()));
        }
        derivation.overridden().forEach(step -> layers.add(line("overridden", step)));
        derivation.ignored().forEach(step -> layers.add(line("ignored", step)));
        String row = derivation.row();
        return new DiskPanel.LayerStack(
                Printable.of(what),
                value,
                row == null ? "" : row,
                layers,
                Printable.of(String.join("; ", derivation.assumes())));
    }

    private static DiskPanel.LayerLine line(String part, Step step) {
        return new DiskPanel.LayerLine(
                part,
                Printable.of(step.layer()),
                step.value() == null ? "" : Printable.of(step.value()),
                step.at() == null ? "" : Printable.of(step.at().toString()),
                step.why() == null ? "" : Printable.of(step.why()));
    }
}
