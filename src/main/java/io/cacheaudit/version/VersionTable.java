package io.cacheaudit.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows chosen by versions. Over every claimed range exactly one row speaks of each release; construction checks that by
 * walking the finite grid that the bounds of all rows and claims cut, and refuses holes and overlaps.
 *
 * @param <R> the row
 */
public final class VersionTable<R extends VersionTable.Row> {

    /** What a table needs of a row: its identity and a range for each axis (an axis it does not name is unbounded). */
    public interface Row {
        String id();

        Map<Component, VersionRange> ranges();

        default boolean covers(Component axis, Version version) {
            VersionRange range = ranges().get(axis);
            return range == null ? VersionRange.parse(axis, "*").contains(version) : range.contains(version);
        }
    }

    /** The one row of some versions, or the evidence that is missing to choose it. */
    public record Match<R>(Optional<R> row, List<Missing> missing) {
        public Match {
            missing = List.copyOf(missing);
        }
    }

    private final String name;
    private final List<Component> axes;
    private final List<Map<Component, VersionRange>> claims;
    private final List<R> rows;

    /** Throws {@link IllegalArgumentException} that names the releases where rows overlap or are missing. */
    public VersionTable(String name, List<Component> axes, List<Map<Component, VersionRange>> claims, List<R> rows) {
        this.name = name;
        this.axes = List.copyOf(axes);
        this.claims = List.copyOf(claims);
        this.rows = List.copyOf(rows);
        List<String> faults = new ArrayList<>();
        for (Map<Component, VersionRange> claim : this.claims) {
            checkClaim(claim, 0, List.of(), faults);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(name + ": " + String.join("; ", faults));
        }
    }

    public String name() {
        return name;
    }

    public List<Component> axes() {
        return axes;
    }

    public List<Map<Component, VersionRange>> claims() {
        return claims;
    }

    public List<R> rows() {
        return rows;
    }

    /** The row of these versions. An unknown version does no harm where all rows it could choose are one. */
    public Match<R> match(Versions versions) {
        List<Missing> outside = outside(versions);
        if (!outside.isEmpty()) {
            return new Match<>(Optional.empty(), outside);
        }
        List<R> candidates = candidates(versions);
        if (candidates.size() == 1 && coversEveryUnknown(versions)) {
            return new Match<>(Optional.of(candidates.get(0)), List.of());
        }
        List<Missing> missing = axes.stream()
                .filter(axis -> versions.get(axis).isEmpty())
                .map(Component::missing)
                .toList();
        return new Match<>(Optional.empty(), missing);
    }

    /** Every row that the known versions leave possible within the claims, in the order of the table. */
    public List<R> candidates(Versions versions) {
        return rows.stream()
                .filter(row -> axes.stream()
                        .allMatch(axis -> versions.get(axis)
                                .map(version -> row.covers(axis, version))
                                .orElse(true)))
                .filter(row -> claims.stream().anyMatch(claim -> overlaps(row, claim, versions)))
                .toList();
    }

    /** An unknown axis is harmless only if nothing about it was ever restricted: its claims all are unbounded. */
    private boolean coversEveryUnknown(Versions versions) {
        return axes.stream()
                .filter(axis -> versions.get(axis).isEmpty())
                .allMatch(axis -> claims.stream()
                        .allMatch(claim -> claim.get(axis) == null
                                || claim.get(axis).text().equals("*")));
    }

    private boolean overlaps(R row, Map<Component, VersionRange> claim, Versions versions) {
        return axes.stream().allMatch(axis -> {
            VersionRange claimed = claim.get(axis);
            Optional<Version> version = versions.get(axis);
            if (version.isPresent()) {
                return claimed == null || claimed.contains(version.get());
            }
            VersionRange own = row.ranges().get(axis);
            return claimed == null
                    || own == null
                    || bounds(axis).stream().anyMatch(release -> claimed.contains(release) && own.contains(release));
        });
    }

    private List<Missing> outside(Versions versions) {
        boolean claimed = claims.stream()
                .anyMatch(claim -> axes.stream().allMatch(axis -> {
                    VersionRange range = claim.getOrDefault(axis, VersionRange.parse(axis, "*"));
                    return versions.get(axis).map(range::contains).orElse(true);
                }));
        if (claimed) {
            return List.of();
        }
        List<Missing> missing = new ArrayList<>();
        for (Component axis : axes) {
            versions.get(axis)
                    .filter(version -> claims.stream()
                            .noneMatch(claim -> claim.getOrDefault(axis, VersionRange.parse(axis, "*"))
                                    .contains(version)))
                    .ifPresent(version -> missing.add(unestablished(axis, version)));
        }
        if (missing.isEmpty()) {
            missing.add(Missing.unestablished("facts." + name, "no row speaks of these versions together"));
        }
        return missing;
    }

    private Missing unestablished(Component axis, Version version) {
        String claimed = claims.stream()
                .map(claim ->
                        claim.getOrDefault(axis, VersionRange.parse(axis, "*")).text())
                .distinct()
                .collect(Collectors.joining(", "));
        String because = VersionRange.outsideAll(version)
                .orElse(axis.word() + " " + version.text() + " lies outside what is established (" + claimed + ")");
        return Missing.unestablished("facts." + name + "." + axis.word(), because);
    }

    private void checkClaim(Map<Component, VersionRange> claim, int depth, List<Release> point, List<String> faults) {
        if (depth == axes.size()) {
            checkPoint(point, faults);
            return;
        }
        Component axis = axes.get(depth);
        VersionRange claimed = claim.getOrDefault(axis, VersionRange.parse(axis, "*"));
        for (Release release : bounds(axis)) {
            if (claimed.contains(release)) {
                List<Release> next = new ArrayList<>(point);
                next.add(release);
                checkClaim(claim, depth + 1, next, faults);
            }
        }
    }

    private void checkPoint(List<Release> point, List<String> faults) {
        List<String> covering = rows.stream()
                .filter(row -> {
                    for (int i = 0; i < point.size(); i++) {
                        VersionRange range = row.ranges().get(axes.get(i));
                        if (range != null && !range.contains(point.get(i))) {
                            return false;
                        }
                    }
                    return true;
                })
                .map(Row::id)
                .toList();
        if (covering.size() != 1) {
            List<String> where = new ArrayList<>();
            for (int i = 0; i < point.size(); i++) {
                where.add(axes.get(i).word() + " from " + point.get(i));
            }
            String fault = (covering.isEmpty() ? "no row speaks of " : "rows " + covering + " overlap at ")
                    + String.join(", ", where);
            if (!faults.contains(fault)) {
                faults.add(fault);
            }
        }
    }

    /** Where a cell of the grid begins on this axis: every bound of every row and claim, and the first release. */
    private TreeSet<Release> bounds(Component axis) {
        TreeSet<Release> bounds = new TreeSet<>();
        bounds.add(new Release(List.of(0), 0));
        for (R row : rows) {
            addBounds(row.ranges().get(axis), bounds);
        }
        for (Map<Component, VersionRange> claim : claims) {
            addBounds(claim.get(axis), bounds);
        }
        return bounds;
    }

    private static void addBounds(@Nullable VersionRange range, TreeSet<Release> bounds) {
        if (range != null && range.from() != null) {
            bounds.add(range.from());
        }
        if (range != null && range.before() != null) {
            bounds.add(range.before());
        }
    }
}
