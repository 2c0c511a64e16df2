package io.cacheaudit.document.ceph;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.ceph.CephConf.Entry;
import io.cacheaudit.document.ceph.CephConf.State;
import io.cacheaudit.document.ceph.CephRemark.Reason;
import io.cacheaudit.text.Problem;
import io.cacheaudit.version.BehaviourRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Finds what a ceph.conf sets in vain. */
public final class CephRemarks {
    private static final String PREFIX = "rbd_";
    private static final Comparator<CephRemark> ORDER =
            Comparator.comparing(CephRemark::at).thenComparing(CephRemark::key).thenComparing(CephRemark::reason);

    private final CephDialects.Candidate candidate;
    private final LibrbdOptions options;
    private final Set<String> clients;

    /**
     * @param clients entities of the host's disks, such as {@code client.cinder}; where it is empty no section is said to
     *     belong to another client
     */
    public CephRemarks(CephDialects.Candidate candidate, LibrbdOptions options, Set<String> clients) {
        this.candidate = candidate;
        this.options = options;
        this.clients = Set.copyOf(clients);
    }

    /** The remarks on a document and its parse, in the order of the file; one for each assignment at most. */
    public List<CephRemark> of(Document document, CephConf conf) {
        List<CephRemark> remarks = new ArrayList<>();
        Problem fault = conf.fault();
        boolean refused = conf.state() == State.REFUSED || conf.state() == State.ABORTS;
        CephConf listed = refused ? CephConfParser.parse(document, CephGrammar.LINES, false) : conf;
        String outright = !refused || fault == null
                ? null
                : "the whole file is refused, line " + fault.at().line() + ": " + fault.message();
        listed.sections().values().forEach(keys -> ofSection(keys, outright, remarks));
        for (CephConf.Ignored line : listed.ignored()) {
            if (!line.looksLike().isEmpty()) {
                Reason reason = outright == null ? Reason.SKIPPED_LINE : Reason.FILE_REFUSED;
                String why = outright == null ? line.why() : outright;
                remarks.add(new CephRemark(listed.path(), line.section(), line.looksLike(), reason, why, line.at()));
            }
        }
        return remarks.stream().sorted(ORDER).toList();
    }

    private void ofSection(Map<String, List<Entry>> keys, @Nullable String outright, List<CephRemark> remarks) {
        for (List<Entry> entries : keys.values()) {
            String key = Keys.lenient(entries.get(0).key());
            if (!key.startsWith(PREFIX)) {
                continue;
            }
            Entry last = entries.get(entries.size() - 1);
            for (Entry entry : entries) {
                Optional<CephRemark> remark = outright == null
                        ? of(entry, key, entry.equals(last) ? null : last)
                        : Optional.of(remark(entry, key, Reason.FILE_REFUSED, outright));
                remark.ifPresent(remarks::add);
            }
        }
    }

    private Optional<CephRemark> of(Entry entry, String key, @Nullable Entry later) {
        String section = entry.section();
        if (!entry.key().equals(key)) {
            return Optional.of(remark(entry, key, Reason.KEY_NEVER_MATCHES, neverMatches(entry.key(), key)));
        }
        boolean ofOneClient = section.startsWith("client.");
        if (!ofOneClient && !section.equals("client") && !section.equals("global")) {
            String why = "no client reads the section [" + section + "]";
            return Optional.of(remark(entry, key, Reason.SECTION_NO_CLIENT_READS, why));
        }
        if (ofOneClient && !clients.isEmpty() && !clients.contains(section)) {
            return Optional.of(remark(entry, key, Reason.OTHER_CLIENT, "no disk of this host uses " + section));
        }
        if (later != null) {
            String why = "line " + later.keyAt().line() + " sets the same key again";
            return Optional.of(remark(entry, key, Reason.OVERRIDDEN_LATER, why));
        }
        return ofValue(entry, key);
    }

    private Optional<CephRemark> ofValue(Entry entry, String key) {
        Optional<LibrbdOption> option =
                options.option(key, candidate.versions()).row().map(BehaviourRow::behaviour);
        if (option.isEmpty()) {
            return Optional.empty();
        }
        if (!option.get().exists()) {
            return Optional.of(remark(entry, key, Reason.NO_SUCH_OPTION, "this librbd has no such option"));
        }
        return option.get()
                .convert(entry.value().value(), candidate.dialect())
                .fold(
                        accepted -> Optional.<CephRemark>empty(),
                        rejected -> Optional.of(remark(entry, key, Reason.BAD_VALUE, rejected.why())),
                        undetermined -> Optional.<CephRemark>empty());
    }

    private static CephRemark remark(Entry entry, String key, Reason reason, String why) {
        return new CephRemark(entry.keyAt().source(), entry.section(), key, reason, why, entry.keyAt());
    }

    private static String neverMatches(String stored, String meant) {
        StringJoiner causes = new StringJoiner(", ");
        if (stored.indexOf('-') >= 0) {
            causes.add("a dash");
        }
        if (stored.chars().anyMatch(Character::isUpperCase)) {
            causes.add("a capital letter");
        }
        if (stored.indexOf('\t') >= 0) {
            causes.add("a tab");
        }
        if (stored.contains("__")) {
            causes.add("more than one underscore in a row");
        }
        if (stored.indexOf('\\') >= 0) {
            causes.add("a backslash");
        }
        String cause = causes.length() == 0 ? "a character that does not belong to the name" : causes.toString();
        return "the key holds " + cause + ", so it is never taken for " + meant;
    }
}
