package io.cacheaudit.adapter.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.Setting;
import io.cacheaudit.effective.drive.CacheFlags;
import io.cacheaudit.effective.drive.DriveCache;
import io.cacheaudit.effective.drive.GuestFlush;
import io.cacheaudit.effective.durability.Cell;
import io.cacheaudit.effective.durability.Durability;
import io.cacheaudit.effective.durability.Failure;
import io.cacheaudit.effective.durability.HeldIn;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.version.Missing;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One disk of the audit document. */
final class DiskJson {
    private DiskJson() {}

    static void write(EffectiveDisk disk, JsonGenerator json) throws IOException {
        DiskFacts facts = disk.facts();
        json.writeStartObject();
        json.writeStringField("domain", facts.domain());
        json.writeStringField("domain_uuid", facts.domainUuid());
        json.writeStringField("origin", facts.origin().word());
        json.writeStringField("target", facts.target());
        json.writeStringField("device", facts.device());
        json.writeStringField("bus", facts.bus());
        json.writeStringField("format", facts.format());
        source(facts.source(), json);
        json.writeFieldName("drive_cache");
        drive(disk.driveCache(), json);
        rbd(disk.rbdCache(), json);
        durability(disk.durability(), json);
        json.writeNullField("live_migration");
        nova(disk.expected(), json);
        backing(disk, json);
        if (disk.defined() != null) {
            json.writeObjectFieldStart("defined");
            json.writeFieldName("drive_cache");
            drive(disk.defined(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void source(DiskFacts.SourceFacts source, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField("type", source.type());
        if (source.protocol() != null) {
            json.writeStringField("protocol", source.protocol());
        }
        json.writeStringField("name", source.name());
        if (source.snapshot() != null) {
            json.writeStringField("snapshot", source.snapshot());
        }
        json.writeEndObject();
    }

    private static void drive(DriveCache cache, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("configured", cache.configured());
        FactJson.word("mode", cache.mode(), json);
        FactJson.truth("direct", cache.flags().map(CacheFlags::direct), json);
        FactJson.truth("writeback", cache.flags().map(CacheFlags::writeback), json);
        FactJson.truth("no_flush", cache.flags().map(CacheFlags::noFlush), json);
        FactJson.word("guest_flush", cache.guestFlush().map(GuestFlush::word), json);
        FactJson.truth("host_page_cache", cache.hostPageCache(), json);
        FactJson.missing(union(cache.flags(), cache.guestFlush(), cache.hostPageCache()), json);
        FactJson.derivation(cache.derivation(), json);
        json.writeEndObject();
    }

    private static void rbd(@Nullable RbdCache cache, JsonGenerator json) throws IOException {
        json.writeFieldName("rbd_cache");
        if (cache == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        FactJson.truth("enabled", cache.enabled(), json);
        FactJson.word("state", cache.state().map(Enum::name), json);
        FactJson.truth("holds_writes", cache.holdsWrites(), json);
        FactJson.missing(union(cache.enabled(), cache.state()), json);
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, Setting<Object>> setting : cache.settings().entrySet()) {
            json.writeFieldName(setting.getKey());
            setting(setting.getValue(), json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void setting(Setting<Object> setting, JsonGenerator json) throws IOException {
        Effective<Object> effective = setting.effective();
        json.writeStartObject();
        json.writeFieldName("value");
        Object value = effective.<@Nullable Object>fold(Effective.Known::value, unknown -> null);
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            json.writeString(value == null ? null : value.toString());
        }
        json.writeBooleanField("conditional", effective.conditional());
        if (!effective.missing().isEmpty()) {
            FactJson.missing(effective.missing(), json);
        }
        FactJson.derivation(setting.derivation(), json);
        json.writeEndObject();
    }

    private static void durability(Durability durability, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("durability");
        for (Writes writes : Writes.values()) {
            json.writeObjectFieldStart(writes.word());
            for (Failure failure : Failure.values()) {
                json.writeFieldName(failure.word());
                cell(durability.cell(writes, failure), json);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void cell(Cell cell, JsonGenerator json) throws IOException {
        json.writeStartObject();
        FactJson.word("at_risk", cell.risk().map(Risk::word), json);
        if (cell.bytes() == null) {
            json.writeNullField("bytes");
        } else {
            json.writeNumberField("bytes", cell.bytes());
        }
        json.writeArrayFieldStart("held_in");
        for (HeldIn place : cell.heldIn()) {
            json.writeString(place.word());
        }
        json.writeEndArray();
        json.writeStringField("because", cell.because());
        if (cell.row() != null) {
            json.writeStringField("row", cell.row());
        }
        if (!cell.risk().missing().isEmpty()) {
            FactJson.missing(cell.risk().missing(), json);
        }
        json.writeEndObject();
    }

    private static void nova(EffectiveDisk.NovaExpectation expected, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("nova");
        FactJson.word("cachemode", expected.cachemode(), json);
        if (!expected.cachemode().missing().isEmpty()) {
            FactJson.missing(expected.cachemode().missing(), json);
        }
        FactJson.derivation(expected.derivation(), json);
        json.writeEndObject();
    }

    private static void backing(EffectiveDisk disk, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("backing");
        for (EffectiveDisk.EffectiveBase base : disk.backing()) {
            json.writeStartObject();
            source(base.source(), json);
            json.writeStringField("format", base.format());
            rbd(base.rbdCache(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Collection<Missing> union(Effective<?>... values) {
        TreeSet<Missing> union = new TreeSet<>();
        for (Effective<?> value : values) {
            union.addAll(value.missing());
        }
        return union;
    }
}
