package io.cacheaudit.document.ceph;

import io.cacheaudit.document.ceph.CephConf.Entry;
import io.cacheaudit.document.ceph.CephConf.Lookup;
import io.cacheaudit.version.BehaviourRow;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.VersionTable;
import io.cacheaudit.version.Versions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client has for an option after it read a ceph.conf and nothing else: the file's value or the compiled default. */
public record CephOptionReader(LibrbdOptions options) {

    /** Where a value comes from, or why there is none. */
    public enum Outcome {
        FILE,
        /** The file is read and does not decide; the compiled default stays. */
        DEFAULT,
        /** The file is refused; the compiled default stays. */
        REFUSED,
        /** Reading the file kills the process. */
        ABORT,
        /** These releases have no such option. */
        UNKNOWN_OPTION,
        /** What is known does not decide; see what is missing. */
        UNDETERMINED
    }

    /**
     * Who reads.
     *
     * @param entity such as {@code client.cinder}
     * @param home HOME of the process; null where unknown
     */
    public record Client(String entity, @Nullable String home) {}

    /**
     * The answer.
     *
     * @param value null where the outcome has none
     * @param entry the winning entry, also where its value is rejected
     * @param rejected why the winning entry's value is not taken; null where it is, or where there is no entry
     * @param unresolved variables in a string that only the running process can tell
     */
    public record Reading(
            Outcome outcome,
            @Nullable CephValue value,
            @Nullable Entry entry,
            @Nullable String rejected,
            Set<String> unresolved,
            List<Missing> missing) {
        public Reading {
            unresolved = Set.copyOf(unresolved);
            missing = List.copyOf(missing);
        }

        private static Reading none(Outcome outcome, List<Missing> missing) {
            return new Reading(outcome, null, null, null, Set.of(), missing);
        }
    }

    public Reading read(CephConf conf, CephDialects.Candidate candidate, String option, Client client) {
        VersionTable.Match<BehaviourRow<LibrbdOption>> match = options.option(option, candidate.versions());
        if (match.row().isEmpty()) {
            return Reading.none(Outcome.UNDETERMINED, match.missing());
        }
        LibrbdOption known = match.row().get().behaviour();
        CephDialect dialect = candidate.dialect();
        Optional<CephValue> compiled = known.defaultValue(dialect);
        return switch (conf.state()) {
            case ABORTS -> Reading.none(Outcome.ABORT, List.of());
            case TOO_LARGE ->
                Reading.none(
                        Outcome.UNDETERMINED,
                        List.of(Missing.unestablished(
                                "documents." + conf.path(), "the file is larger than what is read")));
            case REFUSED ->
                known.exists()
                        ? new Reading(Outcome.REFUSED, compiled.orElse(null), null, null, Set.of(), List.of())
                        : Reading.none(Outcome.UNKNOWN_OPTION, List.of());
            case READ ->
                known.exists()
                        ? ofFile(conf, candidate, known, client)
                        : Reading.none(Outcome.UNKNOWN_OPTION, List.of());
        };
    }

    private Reading ofFile(CephConf conf, CephDialects.Candidate candidate, LibrbdOption known, Client client) {
        CephDialect dialect = candidate.dialect();
        Lookup lookup = conf.lookup(client.entity(), known.name());
        CephValue compiled = known.defaultValue(dialect).orElse(null);
        Entry entry = lookup.winner();
        if (entry == null) {
            return new Reading(Outcome.DEFAULT, compiled, null, null, Set.of(), List.of());
        }
        return known.convert(entry.value().value(), dialect)
                .fold(
                        accepted -> accepted.value() instanceof CephValue.Text text
                                        && known.words().isEmpty()
                                ? expanded(conf, candidate, entry, text, client)
                                : new Reading(Outcome.FILE, accepted.value(), entry, null, Set.of(), List.of()),
                        rejected -> new Reading(Outcome.DEFAULT, compiled, entry, rejected.why(), Set.of(), List.of()),
                        undetermined -> new Reading(
                                Outcome.UNDETERMINED, null, entry, null, Set.of(), List.of(undetermined.missing())));
    }

    private Reading expanded(
            CephConf conf, CephDialects.Candidate candidate, Entry entry, CephValue.Text text, Client client) {
        String name = conf.path().substring(conf.path().lastIndexOf('/') + 1);
        String stem = name.endsWith(".conf") ? name.substring(0, name.length() - ".conf".length()) : name;
        CephMetavariables.Context context = new CephMetavariables.Context(
                CephConf.searched(client.entity()).get(0),
                stem,
                client.home(),
                option -> printed(conf, candidate, option, client));
        CephMetavariables.Expansion expansion = CephMetavariables.expand(
                entry.key(), text.value(), candidate.dialect().metavariables(), context);
        return new Reading(
                Outcome.FILE, new CephValue.Text(expansion.text()), entry, null, expansion.unresolved(), List.of());
    }

    /** Another option as a variable shows it: a string before expansion, else the printed value. */
    private Optional<String> printed(CephConf conf, CephDialects.Candidate candidate, String option, Client client) {
        Versions versions = candidate.versions();
        Entry entry = conf.lookup(client.entity(), option).winner();
        if (!options.names().contains(option)) {
            return option.equals("host") && entry != null
                    ? Optional.of(entry.value().value())
                    : Optional.empty();
        }
        Optional<LibrbdOption> known = options.option(option, versions)
                .row()
                .map(BehaviourRow::behaviour)
                .filter(LibrbdOption::exists);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Optional<CephValue> value = entry == null
                ? Optional.empty()
                : known.get()
                        .convert(entry.value().value(), candidate.dialect())
                        .fold(
                                accepted -> Optional.of(accepted.value()),
                                rejected -> Optional.<CephValue>empty(),
                                undetermined -> Optional.<CephValue>empty());
        return value.or(() -> known.get().defaultValue(candidate.dialect())).map(CephValue::printed);
    }
}
