package io.cacheaudit.rule;

import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.EffectiveHost;
import io.cacheaudit.effective.Remark;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Fingerprint;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Evaluates rules over the effective state of one host. */
public final class RuleEvaluator {
    /** No finding names more places than this. */
    static final int MAX_EVIDENCE = 20;

    private RuleEvaluator() {}

    /**
     * What all rules say of all subjects.
     *
     * @param findings in the order of {@link Finding#ORDER}, one for each rule and subject
     * @param openPasses those of {@code pass} that a layer which was not spoken of could change
     */
    public record Evaluation(List<Finding> findings, int pass, int notApplicable, List<OpenPass> openPasses) {
        public Evaluation {
            findings = List.copyOf(findings);
            openPasses = List.copyOf(openPasses);
        }

        public int conditionalPasses() {
            return openPasses.size();
        }
    }

    /** @param lineText the line of a document after redaction, null where there is none */
    public static Evaluation evaluate(
            EffectiveHost effective, String host, List<Rule> rules, Function<Provenance, @Nullable String> lineText) {
        FindingList findings = new FindingList();
        int pass = 0;
        int notApplicable = 0;
        List<OpenPass> openPasses = new ArrayList<>();
        for (Judgement judgement : judge(effective, rules)) {
            switch (judgement.status()) {
                case PASS -> {
                    pass++;
                    if (judgement.conditional()) {
                        openPasses.add(new OpenPass(judgement.rule().id(), judgement.subject(), judgement.missing()));
                    }
                }
                case NOT_APPLICABLE -> notApplicable++;
                case FAIL, UNKNOWN, ERROR -> findings.add(finding(judgement, host, lineText));
            }
        }
        return new Evaluation(findings.sorted(), pass, notApplicable, openPasses);
    }

    /** What each rule says of each subject, PASS and NOT_APPLICABLE included. */
    public static List<Judgement> judge(EffectiveHost effective, List<Rule> rules) {
        Map<SubjectKind, List<Rule>> byKind = new EnumMap<>(SubjectKind.class);
        for (Rule rule : rules) {
            byKind.computeIfAbsent(rule.subject(), kind -> new ArrayList<>()).add(rule);
        }
        List<Judgement> judgements = new ArrayList<>();
        for (EffectiveDisk disk : effective.disks()) {
            Subject subject = Subject.disk(disk.facts().domain(), disk.facts().target());
            add(byKind.get(SubjectKind.DISK), subject, DiskFields.VOCABULARY.values(disk), judgements);
        }
        for (Remark remark : effective.remarks()) {
            if (remark.isDocument()) {
                Subject subject = Subject.document(remark.document());
                add(byKind.get(SubjectKind.DOCUMENT), subject, DocumentFields.VOCABULARY.values(remark), judgements);
            } else {
                Subject subject = Subject.setting(remark.document(), remark.section(), remark.key());
                add(byKind.get(SubjectKind.SETTING), subject, SettingFields.VOCABULARY.values(remark), judgements);
            }
        }
        return judgements;
    }

    private static void add(@Nullable List<Rule> rules, Subject subject, Values values, List<Judgement> judgements) {
        if (rules != null) {
            for (Rule rule : rules) {
                judgements.add(Judge.judge(rule, subject, values));
            }
        }
    }

    private static Finding finding(Judgement judgement, String host, Function<Provenance, @Nullable String> lineText) {
        Rule rule = judgement.rule();
        Vocabulary<?> vocabulary = rule.subject().vocabulary();
        Values values = judgement.values();
        boolean failed = judgement.status() == Status.FAIL;
        return new Finding(
                rule.id(),
                judgement.severity(),
                judgement.status(),
                judgement.subject(),
                Fingerprint.of(rule.id(), host, judgement.subject()),
                failed ? message(judgement, vocabulary) : judgement.undecided(),
                rule.texts().why().fill(vocabulary, values),
                rule.texts().remediation().fill(vocabulary, values),
                rule.fixRisk(),
                judgement.conditional(),
                judgement.missing(),
                evidence(judgement, lineText));
    }

    private static String message(Judgement judgement, Vocabulary<?> vocabulary) {
        String message = judgement.rule().texts().message().fill(vocabulary, judgement.values());
        return judgement.severityUnknown().isEmpty()
                ? message
                : message + " Severity " + judgement.severity().word()
                        + " is assumed, since this is not known: "
                        + String.join(", ", judgement.severityUnknown()) + ".";
    }

    private static List<Evidence> evidence(Judgement judgement, Function<Provenance, @Nullable String> lineText) {
        return judgement.rule().fields().stream()
                .flatMap(path -> judgement.values().get(path).evidence().stream())
                .distinct()
                .sorted()
                .limit(MAX_EVIDENCE)
                .map(at -> new Evidence(at, lineText.apply(at)))
                .toList();
    }
}
