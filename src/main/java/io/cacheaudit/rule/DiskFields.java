package io.cacheaudit.rule;

import static io.cacheaudit.rule.FieldType.BOOL;
import static io.cacheaudit.rule.FieldType.DOUBLE;
import static io.cacheaudit.rule.FieldType.INT;
import static io.cacheaudit.rule.FieldType.STRING;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.drive.CacheFlags;
import io.cacheaudit.effective.drive.GuestFlush;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a disk. */
final class DiskFields {
    static final Vocabulary<EffectiveDisk> VOCABULARY = new Vocabulary<>(all());

    private DiskFields() {}

    private static List<Field<EffectiveDisk>> all() {
        List<Field<EffectiveDisk>> fields = new ArrayList<>();
        addFacts(fields);
        addDriveCache(fields);
        addRbdCache(fields);
        addWriters(fields);
        addDurability(fields);
        fields.add(
                field("nova.cachemode", STRING, "none", disk -> disk.expected().cachemode()));
        return fields;
    }

    private static void addFacts(List<Field<EffectiveDisk>> fields) {
        fields.add(fact("domain", facts -> facts.domain()));
        fields.add(fact("target", facts -> facts.target()));
        fields.add(fact("device", facts -> facts.device()));
        fields.add(fact("bus", facts -> facts.bus()));
        fields.add(fact("format", facts -> facts.format()));
        fields.add(fact("origin", facts -> facts.origin().word()));
        fields.add(fact("client", facts -> facts.client()));
        fields.add(fact("document", facts -> facts.at().source()));
        fields.add(fact("source.type", facts -> facts.source().type()));
        fields.add(fact("source.protocol", facts -> facts.source().protocol()));
        fields.add(fact("source.name", facts -> facts.source().name()));
        fields.add(flag("readonly", DiskFacts::readonly));
        fields.add(flag("shareable", DiskFacts::shareable));
        fields.add(flag("throw_away", DiskFacts::throwAway));
        fields.add(flag("takes_no_writes", DiskFacts::takesNoWrites));
    }

    private static void addDriveCache(List<Field<EffectiveDisk>> fields) {
        fields.add(field(
                "drive_cache.mode",
                STRING,
                "a combination without a name",
                disk -> disk.driveCache().mode()));
        fields.add(field(
                "drive_cache.configured",
                STRING,
                "not written",
                disk -> written(disk.driveCache().configured(), cacheAt(disk.facts()))));
        fields.add(mode("direct", CacheFlags::direct));
        fields.add(mode("writeback", CacheFlags::writeback));
        fields.add(mode("no_flush", CacheFlags::noFlush));
        fields.add(field(
                "drive_cache.guest_flush",
                STRING,
                "none",
                disk -> disk.driveCache().guestFlush().map(GuestFlush::word)));
        fields.add(field(
                "drive_cache.host_page_cache",
                BOOL,
                "",
                disk -> disk.driveCache().hostPageCache()));
    }

    private static void addRbdCache(List<Field<EffectiveDisk>> fields) {
        fields.add(rbd("rbd_cache.enabled", BOOL, false, RbdCache::enabled));
        fields.add(rbd("rbd_cache.enabled_by", STRING, "", Writers::enabledBy));
        fields.add(rbd("rbd_cache.state", STRING, "", cache -> cache.state().map(Enum::name)));
        fields.add(rbd("rbd_cache.holds_writes", BOOL, false, RbdCache::holdsWrites));
        fields.add(setting("size", INT, 0L));
        fields.add(setting("max_dirty", INT, 0L));
        fields.add(setting("target_dirty", INT, 0L));
        fields.add(setting("max_dirty_age", DOUBLE, 0.0));
        fields.add(setting("writethrough_until_flush", BOOL, false));
    }

    /** What ceph.conf and the cache mode say of rbd_cache, and what became of it. */
    private static void addWriters(List<Field<EffectiveDisk>> fields) {
        for (String layer : List.of("ceph_conf", "cache_mode")) {
            fields.add(rbd(layer + ".rbd_cache", STRING, "", cache -> Writers.value(cache, layer)));
            fields.add(rbd(layer + ".rbd_cache_role", STRING, "", cache -> Writers.role(cache, layer)));
            fields.add(rbd(layer + ".rbd_cache_place", STRING, "", cache -> Writers.place(cache, layer)));
        }
    }

    private static void addDurability(List<Field<EffectiveDisk>> fields) {
        for (Writes writes : Writes.values()) {
            fields.add(field(
                    "durability." + writes.word() + ".worst",
                    STRING,
                    "none",
                    disk -> disk.durability().worst(writes).map(Risk::word)));
        }
        fields.add(field("durability.bytes", INT, "none", disk -> DurabilityWords.bytes(disk.durability())));
        fields.add(field("durability.summary", STRING, "none", disk -> DurabilityWords.summary(disk.durability())));
    }

    private static Field<EffectiveDisk> field(
            String path, FieldType type, String absent, Function<EffectiveDisk, Effective<?>> read) {
        return new Field<>(path, type, absent, read);
    }

    private static Field<EffectiveDisk> fact(String path, Function<DiskFacts, @Nullable String> read) {
        return field(
                path,
                STRING,
                "none",
                disk -> written(read.apply(disk.facts()), disk.facts().at()));
    }

    private static Field<EffectiveDisk> flag(String path, Function<DiskFacts, Boolean> read) {
        return field(
                path,
                BOOL,
                "",
                disk -> Effective.known(read.apply(disk.facts()), disk.facts().at()));
    }

    private static Field<EffectiveDisk> mode(String name, Function<CacheFlags, Boolean> read) {
        return field(
                "drive_cache." + name,
                BOOL,
                "",
                disk -> disk.driveCache().flags().map(read));
    }

    /** A field of the librbd cache; {@code none} is its value on a disk that is not rbd. */
    private static Field<EffectiveDisk> rbd(
            String path, FieldType type, Object none, Function<RbdCache, Effective<?>> read) {
        return field(path, type, "none", disk -> {
            RbdCache cache = disk.rbdCache();
            return cache == null ? Effective.known(none, disk.facts().at()) : read.apply(cache);
        });
    }

    private static Field<EffectiveDisk> setting(String name, FieldType type, Object none) {
        return rbd("rbd_cache." + name, type, none, cache -> Writers.setting(cache, "rbd_cache_" + name, type));
    }

    /** A value that is written nowhere is the empty string. */
    private static Effective<String> written(@Nullable String value, Provenance at) {
        return Effective.known(Objects.requireNonNullElse(value, ""), at);
    }

    private static Provenance cacheAt(DiskFacts facts) {
        return facts.cache() == null ? facts.at() : facts.cache().at();
    }
}
