package io.cacheaudit.effective.rbd;

import io.cacheaudit.document.Presence;
import io.cacheaudit.document.ceph.CephConf;
import io.cacheaudit.document.ceph.CephDialects;
import io.cacheaudit.document.ceph.CephFileSearch;
import io.cacheaudit.document.ceph.CephValue;
import io.cacheaudit.document.ceph.LibrbdOption;
import io.cacheaudit.effective.Step;
import io.cacheaudit.effective.Write;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.fact.DiskFacts.DriveFacts;
import io.cacheaudit.fact.DiskFacts.Option;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who writes one option of one image as QEMU opens it: the default file or the files that {@code conf=} names, and the
 * keys of the drive string, in the order they happen. Source: QEMU v2.2.0 block/rbd.c qemu_rbd_open, qemu_rbd_set_conf.
 */
final class RbdWrites {
    private static final String CONF = "conf";

    private final DiskFacts disk;
    private final CephFiles files;
    private final CephDialects.Candidate candidate;
    private final LibrbdOption option;
    private final List<Write<Object>> writes = new ArrayList<>();
    private final List<Step> ignored = new ArrayList<>();
    private final Map<String, Missing> open = new LinkedHashMap<>();
    private @Nullable String broken;

    private RbdWrites(DiskFacts disk, CephFiles files, CephDialects.Candidate candidate, LibrbdOption option) {
        this.disk = disk;
        this.files = files;
        this.candidate = candidate;
        this.option = option;
    }

    static RbdWrites of(DiskFacts disk, CephFiles files, CephDialects.Candidate candidate, LibrbdOption option) {
        RbdWrites all = new RbdWrites(disk, files, candidate, option);
        option.defaultValue(candidate.dialect())
                .ifPresent(value ->
                        all.writes.add(Write.of("librbd_default", null, option.compiledDefault(), plain(value))));
        all.files();
        all.driveOptions();
        return all;
    }

    List<Write<Object>> writes() {
        return writes;
    }

    List<Step> ignored() {
        return ignored;
    }

    /** Layers of which the host said nothing. */
    Map<String, Missing> open() {
        return open;
    }

    /** Why the image does not open at all, so that there is no effective value. */
    Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    /** The default file, unless the drive string or the XML names another. */
    private void files() {
        Located<String> named = disk.confFile();
        DriveFacts drive = disk.drive();
        boolean replaced = drive == null ? named != null : namesConf(drive);
        if (!replaced) {
            defaultFile();
            return;
        }
        search().document()
                .ifPresent(path ->
                        ignored.add(new Step("ceph_conf", Provenance.whole(path), null, "conf= names another file")));
        if (drive == null && named != null) {
            file("conf_option", named.value(), named.at());
        }
    }

    /** Up to QEMU 2.8.1 the default file is skipped as soon as the option text merely contains {@code conf=}. */
    private static boolean namesConf(DriveFacts drive) {
        return drive.options().stream()
                .anyMatch(key -> (key.key() + "=" + key.value().value()).contains("conf="));
    }

    private CephFileSearch.Result search() {
        DriveFacts drive = disk.drive();
        return CephFileSearch.search(
                candidate.dialect().search(),
                drive == null ? null : drive.cephConf(),
                drive == null ? null : drive.home(),
                files.presences());
    }

    private void defaultFile() {
        CephFileSearch.Result result = search();
        List<String> unspoken = result.unspoken();
        if (!unspoken.isEmpty()) {
            open.put("ceph_conf", CephFiles.missing(unspoken.get(0)));
        }
        for (CephFileSearch.Place place : result.places()) {
            Presence presence = files.presence(place.path()).orElse(null);
            if (presence == Presence.UNREADABLE) {
                ignored.add(new Step(
                        "ceph_conf", Provenance.whole(place.path()), null, "the file is there and cannot be read"));
            } else if (presence == Presence.PRESENT && place.step() == CephFileSearch.Step.FOUND_EARLIER) {
                ignored.add(
                        new Step("ceph_conf", Provenance.whole(place.path()), null, "another file is found before it"));
            }
        }
        result.document().ifPresent(path -> content("ceph_conf", path));
    }

    /** A file that conf= names: one that is not there, or that librados refuses, keeps the guest from starting. */
    private void file(String layer, String path, Provenance at) {
        Optional<Presence> presence = files.presence(path);
        if (presence.isEmpty()) {
            open.put(layer, CephFiles.missing(path));
        } else if (presence.get() == Presence.PRESENT) {
            content(layer, path);
        } else {
            broken = "conf= names a file that cannot be read, QEMU does not open the image: " + at;
        }
    }

    private void content(String layer, String path) {
        CephConf conf = files.parse(path, candidate.dialect());
        switch (conf.state()) {
            case ABORTS -> broken = "librados aborts the process when it reads " + fault(conf);
            case TOO_LARGE ->
                open.put(layer, Missing.unestablished("documents." + path, "the file is too large to read"));
            case REFUSED -> {
                if (layer.equals("conf_option")) {
                    broken = "librados refuses the file that conf= names, QEMU does not open the image: " + fault(conf);
                } else {
                    Problem why = conf.fault();
                    ignored.add(new Step(
                            layer,
                            why == null ? Provenance.whole(path) : why.at(),
                            null,
                            "the whole file is refused" + (why == null ? "" : ": " + why.message())));
                }
            }
            case READ -> entries(layer, conf);
        }
    }

    private static String fault(CephConf conf) {
        Problem fault = conf.fault();
        return fault == null ? conf.path() : fault.at() + ": " + fault.message();
    }

    private void entries(String layer, CephConf conf) {
        CephConf.Lookup lookup = conf.lookup(disk.client(), option.name());
        for (CephConf.Shadowed shadowed : lookup.shadowed()) {
            String why = switch (shadowed.loss()) {
                case EARLIER_DUPLICATE -> "the same key is set again later in the section";
                case WEAKER_SECTION -> "section " + winnerSection(lookup) + " is searched first";
            };
            Located<String> value = shadowed.entry().value();
            ignored.add(new Step(layer, shadowed.entry().keyAt(), value.value(), why));
        }
        lookup.found()
                .ifPresent(entry -> write(layer, entry.keyAt(), entry.value().value()));
    }

    private static String winnerSection(CephConf.Lookup lookup) {
        return lookup.found().map(entry -> "[" + entry.section() + "]").orElse("");
    }

    private void driveOptions() {
        DriveFacts drive = disk.drive();
        if (drive == null) {
            return;
        }
        for (Option key : drive.options()) {
            if (key.key().equals(CONF)) {
                file("conf_option", key.value().value(), key.value().at());
            } else if (key.key().replace(' ', '_').equals(option.name())) {
                write("drive_option", key.value().at(), key.value().value());
            }
        }
    }

    /** A value that librbd rejects has no effect; in a file nobody hears of it. */
    private void write(String layer, Provenance at, String raw) {
        option.convert(raw, candidate.dialect())
                .fold(
                        accepted -> writes.add(Write.of(layer, at, raw, plain(accepted.value()))),
                        rejected -> writes.add(Write.rejected(layer, at, raw, "rejected: " + rejected.why())),
                        undetermined -> open.put(layer, undetermined.missing()) == null);
    }

    private static Object plain(CephValue value) {
        return value.<Object>fold(
                CephValue.Flag::value, CephValue.Whole::value, CephValue.Real::value, CephValue.Text::value);
    }
}
