package io.cacheaudit.version;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version as a package manager prints it. What orders versions is the upstream release: package name, epoch,
 * {@code +dfsg}, {@code +ds} and the distribution's revision are stripped, but kept in {@code text}. The lineage says
 * whose rows speak of it: a build that departs from upstream has rows of its own or none.
 */
public record Version(Component component, String text, Release release, Lineage lineage, String revision) {
    /** By upstream release; distribution revisions do not count. */
    public static final Comparator<Version> BY_RELEASE = Comparator.comparing(Version::release);

    private static final Pattern TOKEN = Pattern.compile("(?:^|[\\s(])((?:[A-Za-z][A-Za-z0-9+._]*-)*)(\\d[^\\s,)]*)");
    private static final Pattern EPOCH = Pattern.compile("^\\d+:");
    private static final int FIRST_DEVELOPMENT = 50;

    /** The version that {@code text} holds, or nothing where no word of it begins with a digit. */
    public static Optional<Version> parse(Component component, String text) {
        return parse(component, text, "");
    }

    /** As above; the distribution's name decides the lineage of a build whose version does not show it. */
    public static Optional<Version> parse(Component component, String text, String distribution) {
        Matcher token = TOKEN.matcher(text.strip());
        if (!token.find()) {
            return Optional.empty();
        }
        String packaged = EPOCH.matcher(token.group(2)).replaceFirst("");
        Optional<Release> release = Release.parse(packaged);
        return release.map(upstream -> new Version(
                component,
                text.strip(),
                upstream,
                Lineage.of(component, token.group(1), packaged, distribution),
                revision(packaged)));
    }

    private static String revision(String packaged) {
        int dash = packaged.indexOf('-');
        return dash < 0 ? "" : packaged.substring(dash + 1);
    }

    /** The upstream release, as range bounds write it. */
    public String releaseText() {
        return release.toString();
    }

    /** QEMU x.y.50 to x.y.99 are states between two releases: no row speaks of them. */
    public boolean isDevelopment() {
        return component == Component.QEMU && release.number(2) >= FIRST_DEVELOPMENT;
    }

    /** A revision of a distribution whose patches nobody read stands behind the upstream release. */
    public boolean isDistributionBuild() {
        return !revision.isEmpty() || text.contains("+dfsg") || text.contains("+ds");
    }
}
