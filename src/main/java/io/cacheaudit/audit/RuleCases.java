package io.cacheaudit.audit;

import io.cacheaudit.audit.RuleCase.Expectation;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Status;
import io.cacheaudit.rule.Judgement;
import io.cacheaudit.rule.Rule;
import io.cacheaudit.rule.RuleEvaluator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs the cases that stand beside the rules, through the same auditor that audits hosts. */
public final class RuleCases {
    private static final Instant SOME_TIME = Instant.EPOCH;

    private final RuleSource source;
    private final Auditor auditor;

    public RuleCases(RuleSource source, Auditor auditor) {
        this.source = source;
        this.auditor = auditor;
    }

    /**
     * What came of one case.
     *
     * @param differences what the rule says otherwise than expected, in words; empty for a case that holds
     */
    public record Outcome(String rule, String name, List<String> differences) {
        public Outcome {
            differences = List.copyOf(differences);
        }

        public boolean holds() {
            return differences.isEmpty();
        }
    }

    /** Every case of every rule, by rule and name. */
    public List<Outcome> run() {
        return source.cases().stream()
                .map(this::run)
                .sorted(Comparator.comparing(Outcome::rule).thenComparing(Outcome::name))
                .toList();
    }

    /** One case. */
    public Outcome run(RuleCase example) {
        Optional<Rule> rule = source.pack().rule(example.rule());
        if (rule.isEmpty()) {
            return new Outcome(example.rule(), example.name(), List.of("no rule has this id"));
        }
        List<Judgement> judgements = judge(rule.get(), example.set());
        List<String> differences = new ArrayList<>();
        for (Expectation expected : example.expectations()) {
            difference(expected, judgements).ifPresent(differences::add);
        }
        judgements.stream()
                .filter(judgement -> judgement.status() == Status.FAIL || judgement.status() == Status.ERROR)
                .filter(judgement -> example.expectations().stream()
                        .noneMatch(expected ->
                                expected.subject().equals(judgement.subject().text())))
                .forEach(judgement ->
                        differences.add(judgement.subject() + ": not expected, found " + judgement.status()));
        if (differences.isEmpty()) {
            weaken(rule.get(), example, differences);
        }
        return new Outcome(example.rule(), example.name(), differences);
    }

    /**
     * Missing evidence never makes a finding pass: takes each document and version from a case that fires. What the rule
     * excepts may pass, for the reason it states; a subject may vanish with a document, not with a version.
     */
    private void weaken(Rule rule, RuleCase example, List<String> differences) {
        List<String> firing = example.expectations().stream()
                .filter(expected -> expected.status() == Status.FAIL)
                .map(Expectation::subject)
                .toList();
        if (firing.isEmpty()) {
            return;
        }
        for (Removal removal : Removal.of(example.set())) {
            if (rule.exceptions().stream()
                    .noneMatch(excepted -> excepted.without().equals(removal.evidence()))) {
                List<Judgement> judgements = judge(rule, removal.rest());
                firing.forEach(subject -> weakened(subject, removal, judgements).ifPresent(differences::add));
            }
        }
    }

    private static Optional<String> weakened(String subject, Removal removal, List<Judgement> judgements) {
        List<Judgement> found = judgements.stream()
                .filter(judgement -> judgement.subject().text().equals(subject))
                .toList();
        boolean holds = found.isEmpty()
                ? removal.isDocument()
                : found.stream()
                        .anyMatch(
                                judgement -> judgement.status() == Status.FAIL || judgement.status() == Status.UNKNOWN);
        return holds
                ? Optional.empty()
                : Optional.of("without " + removal.what() + ": " + subject + ": expected FAIL or UNKNOWN, found "
                        + words(found));
    }

    /** What one rule says of every subject of a document set. */
    public List<Judgement> judge(Rule rule, DocumentSet set) {
        return RuleEvaluator.judge(auditor.audit(set, SOME_TIME).effective(), List.of(rule));
    }

    private static Optional<String> difference(Expectation expected, List<Judgement> judgements) {
        List<Judgement> found = judgements.stream()
                .filter(judgement -> judgement.subject().text().equals(expected.subject()))
                .toList();
        if (found.stream().anyMatch(judgement -> matches(expected, judgement))) {
            return Optional.empty();
        }
        return Optional.of(expected.subject() + ": expected " + words(expected) + ", found " + words(found));
    }

    private static String words(List<Judgement> found) {
        return found.isEmpty()
                ? "no such subject"
                : String.join(", ", found.stream().map(RuleCases::words).toList());
    }

    private static boolean matches(Expectation expected, Judgement judgement) {
        return expected.status() == judgement.status()
                && (expected.severity() == null || expected.severity() == judgement.severity())
                && (expected.conditional() == null || expected.conditional() == judgement.conditional());
    }

    private static String words(Expectation expected) {
        return expected.status()
                + (expected.severity() == null ? "" : " " + expected.severity().word())
                + (expected.conditional() == null ? "" : expected.conditional() ? " conditional" : " unconditional");
    }

    private static String words(Judgement judgement) {
        String missing = judgement.missing().isEmpty() ? "" : " missing " + judgement.missing();
        return judgement.status() + " " + judgement.severity().word()
                + (judgement.conditional() ? " conditional" : " unconditional") + missing;
    }
}
