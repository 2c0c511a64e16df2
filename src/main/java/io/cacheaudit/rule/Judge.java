package io.cacheaudit.rule;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.rule.Rule.SeverityCase;
import io.cacheaudit.rule.Ternary.Outcome;
import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Decides one rule on one subject. */
final class Judge {
    private Judge() {}

    static Judgement judge(Rule rule, Subject subject, Values values) {
        Ternary applies = applies(rule, values);
        Ternary holds = applies.outcome() == Outcome.FALSE
                ? applies
                : applies.and(rule.when().test(values));
        Status status = status(applies, holds);
        return switch (status) {
            case NOT_APPLICABLE -> plain(rule, subject, values, status);
            case PASS -> {
                Set<String> open = open(rule, values);
                yield new Judgement(
                        rule,
                        subject,
                        values,
                        status,
                        rule.highestSeverity(),
                        !open.isEmpty(),
                        missing(open, values.certain()),
                        List.of(),
                        "");
            }
            case ERROR ->
                new Judgement(
                        rule,
                        subject,
                        values,
                        status,
                        rule.highestSeverity(),
                        false,
                        List.of(),
                        List.of(),
                        holds.error());
            case UNKNOWN -> severe(rule, subject, values, status, holds.missed());
            case FAIL -> severe(rule, subject, values, status, open(rule, values));
        };
    }

    private static Judgement plain(Rule rule, Subject subject, Values values, Status status) {
        return new Judgement(rule, subject, values, status, rule.highestSeverity(), false, List.of(), List.of(), "");
    }

    private static Judgement severe(Rule rule, Subject subject, Values values, Status status, Set<String> open) {
        Set<String> assumed = new TreeSet<>();
        Severity severity = severity(rule, values, assumed);
        List<Missing> missing = new ArrayList<>(missing(open, values.certain()));
        boolean conditional = false;
        if (status == Status.FAIL) {
            missing.addAll(missing(assumed, values));
            Set<String> openSeverity = new TreeSet<>();
            severity(rule, values.certain(), openSeverity);
            openSeverity.removeAll(assumed);
            missing.addAll(missing(openSeverity, values.certain()));
            conditional = !open.isEmpty() || !openSeverity.isEmpty();
        }
        return new Judgement(rule, subject, values, status, severity, conditional, missing, List.copyOf(assumed), "");
    }

    private static Status status(Ternary applies, Ternary holds) {
        if (applies.outcome() == Outcome.FALSE) {
            return Status.NOT_APPLICABLE;
        }
        return switch (holds.outcome()) {
            case TRUE -> Status.FAIL;
            case FALSE -> Status.PASS;
            case UNKNOWN -> Status.UNKNOWN;
            case ERROR -> Status.ERROR;
        };
    }

    /** Every named field has one of its values; one that surely has none decides. */
    private static Ternary applies(Rule rule, Values values) {
        Ternary applies = Ternary.TRUE;
        for (Map.Entry<String, List<String>> entry : rule.applies().entrySet()) {
            Effective<?> value = values.get(entry.getKey());
            Ternary equal = value.fold(
                    known -> Ternary.of(entry.getValue().contains(String.valueOf(known.value()))),
                    unknown -> Ternary.unknown(Set.of(entry.getKey())));
            applies = applies.and(equal);
        }
        return applies;
    }

    /** The conditional fields without which the rule would be undecided; empty where it is decided for good. */
    private static Set<String> open(Rule rule, Values values) {
        if (rule.fields().stream().noneMatch(path -> values.get(path).conditional())) {
            return Set.of();
        }
        Values certain = values.certain();
        return applies(rule, certain).and(rule.when().test(certain)).missed();
    }

    private static Severity severity(Rule rule, Values values, Set<String> assumed) {
        for (SeverityCase option : rule.severities()) {
            Condition when = option.when();
            if (when == null) {
                return option.severity();
            }
            Ternary holds = when.test(values);
            switch (holds.outcome()) {
                case TRUE -> {
                    return option.severity();
                }
                case UNKNOWN, ERROR -> {
                    assumed.addAll(holds.outcome() == Outcome.ERROR ? when.fields() : holds.missed());
                    return option.severity();
                }
                case FALSE -> {}
            }
        }
        return rule.highestSeverity();
    }

    private static List<Missing> missing(Collection<String> paths, Values values) {
        return paths.stream()
                .flatMap(path -> values.get(path).missing().stream())
                .toList();
    }
}
