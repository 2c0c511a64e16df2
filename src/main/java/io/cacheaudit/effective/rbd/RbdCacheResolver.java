package io.cacheaudit.effective.rbd;

import io.cacheaudit.document.ceph.CephDialects;
import io.cacheaudit.document.ceph.LibrbdOption;
import io.cacheaudit.effective.Cascade;
import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.LayerRow;
import io.cacheaudit.effective.Setting;
import io.cacheaudit.effective.Write;
import io.cacheaudit.effective.drive.CacheFlags;
import io.cacheaudit.effective.drive.DriveCache;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.version.BehaviourRow;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.VersionTable;
import io.cacheaudit.version.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Works out the librbd cache of an image from the drive cache, the files librados reads, the drive string and versions. */
public final class RbdCacheResolver {
    /** The option that QEMU itself writes. */
    public static final String RBD_CACHE = "rbd_cache";

    private static final String MAX_DIRTY = "rbd_cache_max_dirty";
    private static final String UNTIL_FLUSH = "rbd_cache_writethrough_until_flush";

    /** Layers of newer versions whose documents are stored and not read: a row that has them makes the value conditional. */
    private static final Map<String, Missing> NOT_READ = Map.of(
            "image_metadata",
                    Missing.collect("documents.ceph-overrides", "rbd config image ls POOL/IMAGE --format json"),
            "pool_metadata", Missing.collect("documents.ceph-overrides", "rbd config pool ls POOL --format json"),
            "mon_config", Missing.collect("documents.ceph-overrides", "ceph config dump --format json"),
            "environment",
                    Missing.collect("documents.qemu-process", "tr '\\0' '\\n' </proc/PID/environ | grep ^CEPH_"));

    private final RbdTables tables;

    public RbdCacheResolver(RbdTables tables) {
        this.tables = tables;
    }

    public RbdTables tables() {
        return tables;
    }

    /**
     * The cache of an rbd disk. Where librbd's version is unknown, every dialect reads the files: what all of them agree
     * on is known on the condition of the version, the rest is unknown.
     */
    public RbdCache resolve(DiskFacts disk, DriveCache drive, CephFiles files, Versions versions) {
        CephDialects.Choice choice = tables.dialects().dialects(versions);
        if (choice.candidates().isEmpty()) {
            return unknown(choice.missing(), List.of(RBD_CACHE));
        }
        List<RbdCache> readings = choice.candidates().stream()
                .map(candidate -> new Reading(disk, drive, files, candidate).cache())
                .toList();
        return choice.missing().isEmpty() ? readings.get(0) : agreed(readings, choice.missing());
    }

    private static RbdCache unknown(List<Missing> missing, List<String> names) {
        Map<String, Setting<Object>> settings = new TreeMap<>();
        Derivation none = new Derivation(null, null, List.of(), List.of(), List.of());
        names.forEach(name -> settings.put(name, new Setting<>(Effective.unknown(missing), none)));
        return new RbdCache(Effective.unknown(missing), Effective.unknown(missing), settings);
    }

    private static RbdCache agreed(List<RbdCache> readings, List<Missing> missing) {
        Map<String, Setting<Object>> settings = new TreeMap<>();
        RbdCache first = readings.get(0);
        first.settings().forEach((name, setting) -> {
            List<Effective<Object>> values = readings.stream()
                    .flatMap(reading -> Stream.ofNullable(reading.settings().get(name)))
                    .map(Setting::effective)
                    .toList();
            boolean everywhere = values.size() == readings.size();
            Effective<Object> value =
                    everywhere ? agreed(values, missing, setting.effective()) : Effective.unknown(missing);
            boolean known = value.known().isPresent();
            settings.put(
                    name,
                    new Setting<>(
                            value,
                            known ? setting.derivation() : setting.derivation().undecided()));
        });
        return new RbdCache(
                agreed(readings.stream().map(RbdCache::enabled).toList(), missing, first.enabled()),
                agreed(readings.stream().map(RbdCache::state).toList(), missing, first.state()),
                settings);
    }

    private static <T> Effective<T> agreed(List<Effective<T>> values, List<Missing> missing, Effective<T> first) {
        boolean same = first.known().isPresent()
                && values.stream().allMatch(value -> value.known().equals(first.known()));
        if (!same) {
            return Effective.unknown(missing);
        }
        List<Missing> all =
                Stream.concat(first.missing().stream(), missing.stream()).toList();
        return new Effective.Known<>(first.known().orElseThrow(), true, all, first.evidence());
    }

    /** One image as one dialect reads its files. */
    private final class Reading {
        private final DiskFacts disk;
        private final DriveCache drive;
        private final CephFiles files;
        private final CephDialects.Candidate candidate;

        private Reading(DiskFacts disk, DriveCache drive, CephFiles files, CephDialects.Candidate candidate) {
            this.disk = disk;
            this.drive = drive;
            this.files = files;
            this.candidate = candidate;
        }

        private RbdCache cache() {
            Map<String, Setting<Object>> settings = new TreeMap<>();
            for (String name : tables.options().names()) {
                if (name.startsWith(RBD_CACHE)) {
                    option(name).ifPresent(setting -> settings.put(name, setting));
                }
            }
            Effective<Boolean> enabled = typed(settings, RBD_CACHE, Boolean.class);
            VersionTable.Match<RbdStateRow> row = tables.states().match(candidate.versions());
            Effective<RbdState> state = row.row()
                    .map(states -> states.state(
                            enabled,
                            typed(settings, MAX_DIRTY, Long.class),
                            typed(settings, UNTIL_FLUSH, Boolean.class)))
                    .orElseGet(() -> Effective.unknown(row.missing()));
            return new RbdCache(enabled, state, settings);
        }

        /** The setting of an option; nothing where this librbd has no such option. */
        private Optional<Setting<Object>> option(String name) {
            VersionTable.Match<BehaviourRow<LibrbdOption>> match =
                    tables.options().option(name, candidate.versions());
            Optional<LibrbdOption> option = match.row().map(BehaviourRow::behaviour);
            if (option.isPresent() && !option.get().exists()) {
                return Optional.empty();
            }
            VersionTable<LayerRow> table = name.equals(RBD_CACHE) ? tables.rbdCache() : tables.otherOptions();
            VersionTable.Match<LayerRow> layers = table.match(candidate.versions());
            if (option.isEmpty() || layers.row().isEmpty()) {
                List<Missing> missing = Stream.concat(match.missing().stream(), layers.missing().stream())
                        .toList();
                return Optional.of(new Setting<>(
                        Effective.unknown(missing), new Derivation(null, null, List.of(), List.of(), List.of())));
            }
            return Optional.of(decide(name, option.get(), layers.row().get()));
        }

        private Setting<Object> decide(String name, LibrbdOption option, LayerRow layers) {
            RbdWrites all = RbdWrites.of(disk, files, candidate, option);
            List<Write<Object>> writes = new ArrayList<>(all.writes());
            boolean rests = name.equals(RBD_CACHE);
            Effective<CacheFlags> flags = drive.flags();
            flags.known().filter(known -> rests).ifPresent(known -> writes.add(0, cacheMode(known)));
            Map<String, Missing> open = new TreeMap<>(NOT_READ);
            open.putAll(all.open());
            Setting<Object> setting = new Cascade(layers, open, assumes()).decide(writes, all.ignored());
            Optional<String> reason = all.broken().or(this::refusedKey);
            if (reason.isPresent()) {
                Missing broken = Missing.unestablished("disk", reason.get());
                return new Setting<>(
                        Effective.unknown(broken), setting.derivation().undecided());
            }
            return rests && flags.known().isEmpty() ? withoutMode(setting, layers, flags) : setting;
        }

        /**
         * A key of the drive string that this librbd does not know, or whose value it rejects: QEMU does not open the
         * image, so that no setting of it is in effect. Source: QEMU v2.2.0 block/rbd.c qemu_rbd_set_conf, run.
         */
        private Optional<String> refusedKey() {
            DiskFacts.DriveFacts started = disk.drive();
            if (started == null) {
                return Optional.empty();
            }
            return started.options().stream()
                    .filter(key ->
                            refuses(key.key().replace(' ', '_'), key.value().value()))
                    .map(key -> "librbd refuses " + key.key() + " in the drive string, QEMU does not open the image: "
                            + key.value().at())
                    .findFirst();
        }

        private boolean refuses(String name, String raw) {
            return tables.options().names().contains(name)
                    && tables.options()
                            .option(name, candidate.versions())
                            .row()
                            .map(row -> row.behaviour().convert(raw, candidate.dialect()))
                            .map(conversion ->
                                    conversion.fold(accepted -> false, rejected -> true, undetermined -> false))
                            .orElse(false);
        }

        /** QEMU's own write: true unless the rbd node is direct. */
        private Write<Object> cacheMode(CacheFlags flags) {
            boolean value = !flags.direct();
            return Write.of(
                    "cache_mode",
                    drive.derivation().decidedBy() == null
                            ? null
                            : drive.derivation().decidedBy().at(),
                    String.valueOf(value),
                    value);
        }

        /** The cache mode is unknown: what outranks it is known all the same. */
        private Setting<Object> withoutMode(Setting<Object> setting, LayerRow layers, Effective<CacheFlags> flags) {
            boolean outranked = setting.derivation().decidedBy() != null
                    && layers.rank(setting.derivation().decidedBy().layer()) < layers.rank("cache_mode");
            return outranked
                    ? setting
                    : new Setting<>(
                            Effective.unknown(flags.missing()),
                            setting.derivation().undecided());
        }

        private List<String> assumes() {
            return Stream.concat(
                            candidate.versions().assumes(Component.QEMU).stream(),
                            candidate.versions().assumes(Component.LIBRBD).stream())
                    .toList();
        }

        private <T> Effective<T> typed(Map<String, Setting<Object>> settings, String name, Class<T> type) {
            Setting<Object> setting = settings.get(name);
            return setting == null
                    ? Effective.unknown(Missing.unestablished("facts.librbd-options", "no row speaks of " + name))
                    : setting.effective().map(type::cast);
        }
    }
}
