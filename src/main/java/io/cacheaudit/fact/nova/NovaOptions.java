package io.cacheaudit.fact.nova;

import io.cacheaudit.document.nova.Assignment;
import io.cacheaudit.document.nova.NovaConf;
import io.cacheaudit.document.nova.OptionName;
import io.cacheaudit.document.nova.OptionReading;
import io.cacheaudit.document.nova.OptionSpec;
import io.cacheaudit.document.nova.OptionType;
import io.cacheaudit.document.nova.OptionValue;
import io.cacheaudit.document.nova.OsloDialects;
import io.cacheaudit.document.nova.OsloReader;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The options we read from nova.conf, as the candidate releases of nova and oslo.config read them. */
final class NovaOptions {
    static final List<String> READ = List.of(
            "disk_cachemodes",
            "images_type",
            "images_rbd_pool",
            "images_rbd_ceph_conf",
            "rbd_user",
            "rbd_secret_uuid",
            "instances_path");

    private final NovaConf conf;
    private final NovaFacts.Dialects nova;
    private final OsloDialects oslo;

    NovaOptions(NovaConf conf, NovaFacts.Dialects nova, OsloDialects oslo) {
        this.conf = conf;
        this.nova = nova;
        this.oslo = oslo;
    }

    OptionFact<String> text(String name) {
        return read(name, OptionType.STR)
                .fold(
                        given -> new OptionFact<>(
                                new Located<>(
                                        given.value().pythonText(), last(given).valueAt()),
                                List.of()),
                        unset -> new OptionFact<>(null, List.of()),
                        failed -> new OptionFact<>(null, failure(name, failed)),
                        unknown -> new OptionFact<>(null, unknown.missing()));
    }

    NovaCacheModes cacheModes() {
        return read("disk_cachemodes", OptionType.LIST)
                .fold(
                        given -> new NovaCacheModes(items(given), List.of()),
                        unset -> new NovaCacheModes(List.of(), List.of()),
                        failed -> new NovaCacheModes(List.of(), failure("disk_cachemodes", failed)),
                        unknown -> new NovaCacheModes(List.of(), unknown.missing()));
    }

    private OptionReading read(String name, OptionType type) {
        if (!conf.unreadable().isEmpty()) {
            return new OptionReading.Unknown(List.of(Missing.collect(
                    "documents.nova.conf", "cat " + conf.unreadable().get(0).path())));
        }
        List<OptionReading> readings = new ArrayList<>();
        for (NovaDialect dialect : nova.candidates()) {
            List<OptionSpec> options = new ArrayList<>();
            options.add(dialect.option(name, type));
            READ.stream()
                    .filter(other -> !other.equals(name))
                    .forEach(other -> options.add(dialect.option(other, OptionType.STR)));
            options.add(new OptionSpec(
                    new OptionName(OptionName.DEFAULT, "state_path"), OptionType.STR, List.of(), List.of(), false));
            OptionReading reading = oslo.read(conf, OsloReader.Registry.OPEN, options);
            if (!readings.contains(reading)) {
                readings.add(reading);
            }
        }
        if (readings.size() == 1) {
            return readings.get(0);
        }
        return new OptionReading.Unknown(nova.missing().isEmpty() ? List.of(Component.NOVA.missing()) : nova.missing());
    }

    private static List<Missing> failure(String name, OptionReading.Failed failed) {
        return List.of(Missing.unestablished(
                "facts.nova." + name,
                "nova-compute fails with " + failed.error().word() + " at " + failed.at()));
    }

    private static Assignment last(OptionReading.Given given) {
        return given.by().get(given.by().size() - 1);
    }

    private static List<CacheModeItem> items(OptionReading.Given given) {
        Assignment assignment = last(given);
        String raw = assignment.value();
        List<CacheModeItem> items = new ArrayList<>();
        int from = 0;
        for (String text : ((OptionValue.Texts) given.value()).value()) {
            int found = raw.indexOf(text, from);
            Provenance at = found < 0 ? assignment.valueAt() : assignment.at(found);
            from = found < 0 ? from : Math.min(raw.length(), found + text.length());
            int comma = raw.indexOf(',', from);
            from = comma < 0 ? from : comma + 1;
            items.add(CacheModeItem.of(text, at));
        }
        Set<String> later = new HashSet<>();
        for (int i = items.size() - 1; i >= 0; i--) {
            CacheModeItem item = items.get(i);
            if (item.state() == CacheModeItem.State.VALID && !later.add(item.key())) {
                items.set(i, item.replaced());
            }
        }
        return items;
    }
}
