package io.cacheaudit.effective.drive;

import io.cacheaudit.effective.Cascade;
import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.Setting;
import io.cacheaudit.effective.Step;
import io.cacheaudit.effective.Write;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.fact.DiskFacts.DriveFacts;
import io.cacheaudit.fact.DiskFacts.Option;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.PrecedenceRow;
import io.cacheaudit.version.TableFile;
import io.cacheaudit.version.VersionTable;
import io.cacheaudit.version.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out the drive cache of a disk from what its definition, its running process and QEMU's version say. */
public final class DriveCacheResolver {
    /** Source types whose image the host's kernel reads as a file or device. */
    private static final Set<String> HOST_FILES = Set.of("file", "block");

    private static final Set<String> ON_OFF = Set.of("on", "off");

    private final VersionTable<DriveCacheRow> table;

    private DriveCacheResolver(VersionTable<DriveCacheRow> table) {
        this.table = table;
    }

    /** The resolver over {@code drive-cache.yaml}; nothing where the table has problems. */
    public static Optional<DriveCacheResolver> from(Tree table, List<Problem> problems) {
        return new TableFile(table, problems)
                .read((head, row) -> DriveCacheRow.from(head, row, problems))
                .map(DriveCacheResolver::new);
    }

    public VersionTable<? extends PrecedenceRow> table() {
        return table;
    }

    public DriveCache resolve(DiskFacts disk, Versions versions) {
        String configured = disk.cache() == null ? null : disk.cache().value();
        VersionTable.Match<DriveCacheRow> match = table.match(versions);
        if (disk.undeterminable() != null) {
            return unknown(configured, List.of(Missing.unestablished("drive_cache", disk.undeterminable())), disk);
        }
        Optional<String> refused = refused(disk);
        if (refused.isPresent()) {
            return unknown(configured, List.of(Missing.unestablished("drive_cache", refused.get())), disk);
        }
        return match.row()
                .map(row -> resolve(disk, row, configured, versions))
                .orElseGet(() -> unknown(configured, match.missing(), disk));
    }

    private DriveCache resolve(DiskFacts disk, DriveCacheRow row, @Nullable String configured, Versions versions) {
        List<Step> ignored = new ArrayList<>();
        List<Write<CacheFlags>> writes = writes(disk, row, ignored);
        List<String> assumes = versions.assumes(Component.QEMU);
        Setting<CacheFlags> setting = new Cascade(row.layers(), Map.of(), assumes).decide(writes, ignored);
        return new DriveCache(
                configured,
                setting.effective(),
                setting.effective().map(row::guestFlush),
                hostPageCache(disk, setting.effective()),
                setting.derivation());
    }

    /** Every writer, in no order that matters: each layer writes once. */
    private static List<Write<CacheFlags>> writes(DiskFacts disk, DriveCacheRow row, List<Step> ignored) {
        List<Write<CacheFlags>> writes = new ArrayList<>();
        writes.add(Write.of(
                "qemu_default",
                null,
                row.defaultMode().word(),
                row.defaultMode().flags()));
        DriveFacts drive = disk.drive();
        if (drive == null) {
            definition(disk, writes, ignored);
            return writes;
        }
        argument(drive, row).ifPresent(writes::add);
        Located<String> cache = disk.cache();
        if (cache != null) {
            ignored.add(new Step("xml_attribute", cache.at(), cache.value(), "the running process decides"));
        }
        if (drive.snapshotMode()) {
            writes.add(Write.of("qemu_override", drive.at(), "snapshot=on", row.snapshotFlags()));
        }
        return writes;
    }

    /** What the XML says, and libvirt's own rule for shareable disks whose mode is not written. */
    private static void definition(DiskFacts disk, List<Write<CacheFlags>> writes, List<Step> ignored) {
        Located<String> cache = disk.cache();
        boolean unwritten = cache == null || cache.value().equals("default");
        if (cache != null && unwritten) {
            ignored.add(new Step("xml_attribute", cache.at(), cache.value(), "libvirt treats default as absent"));
        }
        if (unwritten && disk.shareable() && !disk.readonly()) {
            writes.add(Write.of("libvirt_rule", disk.at(), "none", CacheMode.NONE.flags()));
        }
        if (cache != null && !unwritten) {
            CacheMode.of(cache.value())
                    .ifPresent(mode -> writes.add(Write.of("xml_attribute", cache.at(), cache.value(), mode.flags())));
        }
    }

    /** What -drive says: the mode word, and explicit flags that beat it; nothing where it is silent. */
    private static Optional<Write<CacheFlags>> argument(DriveFacts drive, DriveCacheRow row) {
        Located<String> word = drive.cache();
        if (word == null && drive.flags().isEmpty()) {
            return Optional.empty();
        }
        CacheFlags flags = word == null
                ? row.defaultMode().flags()
                : CacheMode.of(word.value())
                        .map(CacheMode::flags)
                        .orElse(row.defaultMode().flags());
        List<String> raw = new ArrayList<>(word == null ? List.of() : List.of(word.value()));
        for (Option flag : drive.flags()) {
            flags = with(flags, flag);
            raw.add(flag.key() + "=" + flag.value().value());
        }
        return Optional.of(
                Write.of("drive_argument", word == null ? drive.at() : word.at(), String.join(",", raw), flags));
    }

    private static CacheFlags with(CacheFlags flags, Option flag) {
        boolean on = flag.value().value().equals("on");
        return switch (flag.key()) {
            case "cache.writeback" -> new CacheFlags(on, flags.direct(), flags.noFlush());
            case "cache.direct" -> new CacheFlags(flags.writeback(), on, flags.noFlush());
            case "cache.no-flush" -> new CacheFlags(flags.writeback(), flags.direct(), on);
            default -> flags;
        };
    }

    /** Why a guest with this disk does not start, where its cache value is none that libvirt or QEMU accepts. */
    private static Optional<String> refused(DiskFacts disk) {
        Located<String> cache = disk.cache();
        if (cache != null && !cache.value().equals("default") && !accepted(cache.value(), false)) {
            return Optional.of("libvirt refuses this cache value, the guest does not start: " + cache.at());
        }
        Located<String> argument = disk.drive() == null ? null : disk.drive().cache();
        if (argument != null && !accepted(argument.value(), true)) {
            return Optional.of("QEMU refuses this cache value, the guest does not start: " + argument.at());
        }
        if (disk.drive() != null) {
            return disk.drive().flags().stream()
                    .filter(flag -> !ON_OFF.contains(flag.value().value()))
                    .map(flag -> flag.key() + " is neither on nor off: "
                            + flag.value().at())
                    .findFirst();
        }
        return Optional.empty();
    }

    private static boolean accepted(String word, boolean off) {
        return CacheMode.of(word).isPresent() && (off || !word.equals("off"));
    }

    private static Effective<Boolean> hostPageCache(DiskFacts disk, Effective<CacheFlags> flags) {
        String type = disk.source().type();
        if (type.equals("network")) {
            return flags.map(known -> false);
        }
        if (HOST_FILES.contains(type)) {
            return flags.map(known -> !known.direct());
        }
        return Effective.unknown(Missing.unestablished(
                "source.type", "what lies behind a source of type " + type + " is known to the host only"));
    }

    private static DriveCache unknown(@Nullable String configured, List<Missing> missing, DiskFacts disk) {
        Step written = disk.cache() == null
                ? null
                : new Step("xml_attribute", disk.cache().at(), disk.cache().value(), null);
        Derivation derivation =
                new Derivation(null, null, written == null ? List.of() : List.of(written), List.of(), List.of());
        return new DriveCache(
                configured,
                Effective.unknown(missing),
                Effective.unknown(missing),
                disk.source().type().equals("network") ? Effective.known(false) : Effective.unknown(missing),
                derivation);
    }
}
