package io.cacheaudit.adapter.rest.view;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.finding.Severity;

/** How many of each an audit has; the severities count FAIL findings that are not waived. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CountsView(
        int critical,
        int high,
        int medium,
        int low,
        int info,
        int unknown,
        int error,
        int pass,
        int notApplicable,
        int waived) {

    public static CountsView of(Counts counts) {
        return new CountsView(
                counts.fails().getOrDefault(Severity.CRITICAL, 0),
                counts.fails().getOrDefault(Severity.HIGH, 0),
                counts.fails().getOrDefault(Severity.MEDIUM, 0),
                counts.fails().getOrDefault(Severity.LOW, 0),
                counts.fails().getOrDefault(Severity.INFO, 0),
                counts.unknown(),
                counts.error(),
                counts.pass(),
                counts.notApplicable(),
                counts.waived());
    }
}
