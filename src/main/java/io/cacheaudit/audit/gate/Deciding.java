package io.cacheaudit.audit.gate;

import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.EffectiveHost;
import io.cacheaudit.effective.Setting;
import io.cacheaudit.effective.Step;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.rule.Rule;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the setting that decides a finding: of the fields that the rule's condition names, the first whose value a
 * document decides. A finding about a setting or a document rests on that place itself.
 */
final class Deciding {
    private static final String CACHE = "rbd_cache";
    private static final String ENABLED = "rbd_cache.enabled";

    private final Map<String, EffectiveDisk> disks = new HashMap<>();
    private final Function<Provenance, @Nullable String> lineText;

    /** @param lineText the line at a place after redaction, null where there is none */
    Deciding(EffectiveHost host, Function<Provenance, @Nullable String> lineText) {
        this.lineText = lineText;
        host.disks()
                .forEach(disk -> disks.put(
                        Subject.disk(disk.facts().domain(), disk.facts().target())
                                .text(),
                        disk));
    }

    /** The place of a deciding setting, null where no document holds it, and the settings it overrides. */
    record Place(@Nullable Evidence decidedBy, List<GatedFinding.Overridden> overridden) {}

    Place of(Finding finding, @Nullable Rule rule) {
        EffectiveDisk disk = disks.get(finding.subject().text());
        if (disk != null && rule != null) {
            for (String field : fields(rule)) {
                for (Derivation derivation : derivations(disk, field)) {
                    Step decided = derivation.decidedBy();
                    if (decided != null && decided.at() != null) {
                        return new Place(evidence(decided.at()), overridden(derivation));
                    }
                }
            }
        }
        return new Place(
                finding.evidence().isEmpty() ? null : finding.evidence().get(0), List.of());
    }

    /** In the order of the condition's text, the settings of the cache before the question whether it is on. */
    private static List<String> fields(Rule rule) {
        String text = rule.when().text();
        return rule.when().fields().stream()
                .sorted(Comparator.comparing((String field) -> isOption(field) ? 0 : 1)
                        .thenComparing(field -> text.indexOf(field))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static boolean isOption(String field) {
        return field.startsWith(CACHE + ".") && !field.equals(ENABLED);
    }

    private static List<Derivation> derivations(EffectiveDisk disk, String field) {
        List<Derivation> derivations = new ArrayList<>();
        if (isOption(field)) {
            derivations.addAll(option(disk.rbdCache(), field.replace('.', '_')).toList());
        } else if (field.startsWith(CACHE) || field.contains("." + CACHE)) {
            derivations.addAll(option(disk.rbdCache(), CACHE).toList());
        } else if (field.startsWith("nova.")) {
            derivations.add(disk.expected().derivation());
        } else if (field.startsWith("drive_cache.")) {
            derivations.add(disk.driveCache().derivation());
        } else if (field.startsWith("durability.")) {
            derivations.add(disk.driveCache().derivation());
            derivations.addAll(option(disk.rbdCache(), CACHE).toList());
        }
        return derivations;
    }

    private static Stream<Derivation> option(@Nullable RbdCache cache, String name) {
        Setting<Object> setting = cache == null ? null : cache.settings().get(name);
        return setting == null ? Stream.empty() : Stream.of(setting.derivation());
    }

    private List<GatedFinding.Overridden> overridden(Derivation derivation) {
        return derivation.overridden().stream()
                .map(step -> new GatedFinding.Overridden(
                        step.layer(), step.value(), step.at() == null ? null : evidence(step.at())))
                .toList();
    }

    private Evidence evidence(Provenance at) {
        return new Evidence(at, lineText.apply(at));
    }
}
