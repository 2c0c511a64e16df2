package io.cacheaudit.effective;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.effective.rbd.CephRemarkReader;
import io.cacheaudit.fact.HostFacts;
import io.cacheaudit.fact.nova.NovaFacts;
import io.cacheaudit.fact.nova.NovaRemark;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.Versions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Collects what the documents of a host set, with or without effect. */
final class Remarks {
    private static final Comparator<Remark> ORDER =
            Comparator.comparing(Remark::at).thenComparing(Remark::key).thenComparing(Remark::why);
    private static final Map<NovaRemark.Reason, String> NOVA_WORDS = Map.of(
            NovaRemark.Reason.BAD_MODE, "bad_item",
            NovaRemark.Reason.KEY_NEVER_MATCHED, "unknown_item_key",
            NovaRemark.Reason.KEY_CASE, "unknown_item_key",
            NovaRemark.Reason.REPLACED_ITEM, "overridden_later",
            NovaRemark.Reason.WRONG_SECTION, "wrong_section",
            NovaRemark.Reason.MISSPELT_OPTION, "misspelt",
            NovaRemark.Reason.SWALLOWED, "swallowed",
            NovaRemark.Reason.OVERRIDDEN, "overridden_later");

    private Remarks() {}

    static List<Remark> of(DocumentSet set, HostFacts host, CephRemarkReader ceph, Versions versions) {
        List<Remark> remarks = new ArrayList<>(ceph.read(set, host, versions));
        NovaFacts nova = host.nova();
        if (nova != null) {
            nova.remarks()
                    .forEach(
                            remark -> remarks.add(nova(remark, nova.cacheModes().missing())));
            novaDocuments(set, nova, remarks);
            nova.cacheModes().items().stream()
                    .filter(item -> nova.remarks().stream()
                            .noneMatch(remark -> remark.at().equals(item.at())))
                    .forEach(item -> remarks.add(new Remark(
                            Kind.NOVA_CONF.word(),
                            item.at().source(),
                            "libvirt",
                            "disk_cachemodes",
                            Effective.known("none", item.at()),
                            "",
                            item.at(),
                            List.of())));
        }
        return remarks.stream().sorted(ORDER).toList();
    }

    private static Remark nova(NovaRemark remark, List<Missing> missing) {
        boolean undecided = remark.reason() == NovaRemark.Reason.UNDECIDED;
        return new Remark(
                Kind.NOVA_CONF.word(),
                remark.document(),
                remark.section(),
                remark.key().isEmpty() ? "section" : remark.key(),
                undecided
                        ? Effective.unknown(missing)
                        : Effective.known(NOVA_WORDS.getOrDefault(remark.reason(), "misspelt"), remark.at()),
                remark.why(),
                remark.at(),
                undecided ? missing : List.of());
    }

    /** Each nova.conf as a whole: oslo.config refuses one with a parse error, and the service does not start. */
    private static void novaDocuments(DocumentSet set, NovaFacts nova, List<Remark> remarks) {
        set.of(Kind.NOVA_CONF).filter(Document::isPresent).forEach(document -> {
            Problem refusal = nova.problems().stream()
                    .filter(problem -> problem.at().source().equals(document.path()))
                    .findFirst()
                    .orElse(null);
            Provenance at = refusal == null ? document.whole() : refusal.at();
            remarks.add(new Remark(
                    Kind.NOVA_CONF.word(),
                    document.path(),
                    "",
                    "",
                    Effective.known(refusal == null ? "none" : "parse_error", at),
                    refusal == null ? "" : refusal.message(),
                    at,
                    List.of()));
        });
    }
}
