package io.cacheaudit.fact.nova;

import io.cacheaudit.document.nova.Assignment;
import io.cacheaudit.document.nova.NovaConf;
import io.cacheaudit.document.nova.OptionName;
import io.cacheaudit.document.nova.OptionType;
import io.cacheaudit.document.nova.OsloDialect;
import io.cacheaudit.document.nova.OsloDialects;
import io.cacheaudit.document.nova.OsloReader;
import io.cacheaudit.document.nova.Swallowed;
import io.cacheaudit.fact.nova.NovaRemark.Reason;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what nova.conf sets in vain, for each candidate release, and keeps what holds for all of them. */
final class NovaRemarks {
    /** Names people write for disk_cachemodes; nova knows none of them in any release. */
    private static final Set<String> CACHE_NAMES = Set.of(
            "disk_cachemode",
            "disk_cache_mode",
            "disk_cache_modes",
            "disk_cache",
            "cachemode",
            "cachemodes",
            "cache_mode",
            "cache_modes",
            "cache",
            "libvirt_disk_cachemode",
            "libvirt_disk_cachemodes");

    private static final Set<String> OWN_SECTIONS = Set.of("default", "libvirt");
    private static final Map<CacheModeItem.State, Reason> ITEM_REASONS = Map.of(
            CacheModeItem.State.BAD_MODE, Reason.BAD_MODE,
            CacheModeItem.State.KEY_NEVER_MATCHED, Reason.KEY_NEVER_MATCHED,
            CacheModeItem.State.KEY_CASE, Reason.KEY_CASE,
            CacheModeItem.State.REPLACED, Reason.REPLACED_ITEM);

    private final NovaConf conf;
    private final List<NovaDialect> nova;
    private final OsloDialects oslo;

    NovaRemarks(NovaConf conf, List<NovaDialect> nova, OsloDialects oslo) {
        this.conf = conf;
        this.nova = nova;
        this.oslo = oslo;
    }

    List<NovaRemark> of(NovaCacheModes cacheModes) {
        List<NovaRemark> remarks = new ArrayList<>();
        for (CacheModeItem item : cacheModes.items()) {
            Reason reason = ITEM_REASONS.get(item.state());
            if (reason != null) {
                remarks.add(remark(section(item), "disk_cachemodes", reason, why(item), item.at()));
            }
        }
        for (NovaConf.File file : conf.files()) {
            file.assignments().forEach(assignment -> misplaced(assignment).ifPresent(remarks::add));
            file.swallowed().forEach(line -> swallowed(line).ifPresent(remarks::add));
        }
        overridden(remarks);
        if (!cacheModes.isKnown()) {
            undecided(remarks);
        }
        return remarks.stream()
                .sorted(Comparator.comparing(NovaRemark::at).thenComparing(NovaRemark::reason))
                .toList();
    }

    /** Every disk_cachemodes of which nothing else is said. */
    private void undecided(List<NovaRemark> remarks) {
        Set<Provenance> spoken = remarks.stream().map(NovaRemark::at).collect(Collectors.toSet());
        conf.files().stream()
                .flatMap(file -> file.assignments().stream())
                .filter(assignment -> assignment.key().equals("disk_cachemodes"))
                .filter(assignment -> !spoken.contains(assignment.keyAt()))
                .forEach(assignment -> remarks.add(remark(assignment, Reason.UNDECIDED, "")));
    }

    private String section(CacheModeItem item) {
        return conf.files().stream()
                .flatMap(file -> file.assignments().stream())
                .filter(assignment ->
                        assignment.keyAt().source().equals(item.at().source())
                                && assignment.keyAt().compareTo(item.at()) <= 0)
                .reduce((earlier, later) -> later)
                .map(Assignment::section)
                .orElse("");
    }

    private static String why(CacheModeItem item) {
        return switch (item.state()) {
            case VALID -> "";
            case BAD_MODE ->
                "nova knows no such mode (default, none, writethrough, writeback, directsync, unsafe) and drops the item";
            case KEY_NEVER_MATCHED -> "no disk that nova writes has this type; they are file, block and network";
            case KEY_CASE -> "nova compares disk types by case; they are file, block and network";
            case REPLACED -> "a later item for the same disk type wins";
        };
    }

    private Optional<NovaRemark> misplaced(Assignment assignment) {
        String key = assignment.key();
        if (nova.isEmpty() || nova.stream().anyMatch(dialect -> isRead(assignment, dialect))) {
            return Optional.empty();
        }
        if (nova.stream().allMatch(dialect -> isName(key, dialect))) {
            return Optional.of(remark(
                    assignment,
                    Reason.WRONG_SECTION,
                    "nova reads " + key + " from " + sections(key) + " only, this section is not looked at"));
        }
        String plain = key.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        boolean own = OWN_SECTIONS.contains(assignment.section().strip().toLowerCase(Locale.ROOT));
        boolean cacheName = own && CACHE_NAMES.contains(plain);
        if (cacheName || NovaOptions.READ.contains(plain) || own && isOlderName(plain)) {
            String meant = cacheName ? "disk_cachemodes" : plain.replaceFirst("^libvirt_", "");
            return Optional.of(remark(
                    assignment,
                    Reason.MISSPELT_OPTION,
                    "this release of nova has no option of this name, the option is " + meant));
        }
        return Optional.empty();
    }

    private static boolean isOlderName(String plain) {
        return plain.startsWith("libvirt_images_") && NovaOptions.READ.contains(plain.substring("libvirt_".length()));
    }

    private boolean isRead(Assignment assignment, NovaDialect dialect) {
        return NovaOptions.READ.stream()
                .flatMap(name -> dialect.names(name).stream())
                .anyMatch(name -> name.name().equals(assignment.key()) && isSection(assignment.section(), name));
    }

    private static boolean isName(String key, NovaDialect dialect) {
        return NovaOptions.READ.stream()
                .flatMap(name -> dialect.names(name).stream())
                .anyMatch(name -> name.name().equals(key));
    }

    /** Without a known release of oslo.config a section counts as read where any release reads it. */
    private boolean isSection(String section, OptionName name) {
        boolean folded =
                oslo.candidates().stream().anyMatch(dialect -> dialect.sectionCase() == OsloDialect.SectionCase.FOLDED);
        return folded && !name.group().equals(OptionName.DEFAULT)
                ? name.group().equals(section.toLowerCase(Locale.ROOT))
                : name.group().equals(section);
    }

    private String sections(String key) {
        return String.join(
                " or ",
                nova.stream()
                        .flatMap(dialect -> NovaOptions.READ.stream().flatMap(name -> dialect.names(name).stream()))
                        .filter(name -> name.name().equals(key))
                        .map(name -> "[" + name.group() + "]")
                        .distinct()
                        .toList());
    }

    private Optional<NovaRemark> swallowed(Swallowed line) {
        String key = line.key();
        boolean ours = key == null
                ? OWN_SECTIONS.contains(line.section().toLowerCase(Locale.ROOT))
                : NovaOptions.READ.contains(key) || isOlderName(key) || key.equals("disk_cachemode");
        if (!ours) {
            return Optional.empty();
        }
        return Optional.of(remark(
                line.section(),
                key == null ? "" : key,
                Reason.SWALLOWED,
                "the line is indented, so oslo.config reads it as more text of "
                        + line.swallowedBy().key() + " in line "
                        + line.swallowedBy().keyAt().line(),
                line.at()));
    }

    private void overridden(List<NovaRemark> remarks) {
        if (nova.size() != 1 || oslo.candidates().isEmpty() || !conf.serviceStarts()) {
            return;
        }
        NovaDialect dialect = nova.get(0);
        OsloReader reader = new OsloReader(conf, oslo.candidates().get(0), OsloReader.Registry.OPEN, List.of());
        for (String name : NovaOptions.READ) {
            List<Assignment> used = reader.assignments(dialect.option(name, OptionType.STR));
            if (used.isEmpty()) {
                continue;
            }
            Assignment winner = used.get(used.size() - 1);
            conf.files().stream()
                    .flatMap(file -> file.assignments().stream())
                    .filter(assignment -> !assignment.equals(winner)
                            && dialect.names(name).stream()
                                    .anyMatch(known -> known.name().equals(assignment.key())
                                            && isSection(assignment.section(), known)))
                    .forEach(loser -> remarks.add(
                            remark(loser, Reason.OVERRIDDEN, "the assignment at " + winner.keyAt() + " wins")));
        }
    }

    private static NovaRemark remark(Assignment assignment, Reason reason, String why) {
        return remark(assignment.section(), assignment.key(), reason, why, assignment.keyAt());
    }

    private static NovaRemark remark(String section, String key, Reason reason, String why, Provenance at) {
        return new NovaRemark(at.source(), section, key, reason, why, at);
    }
}
